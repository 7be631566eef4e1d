import type { DayHours, SlotTimes } from '#lib/domain/meetings/agenda.ts';
import type { ItemKind } from '#lib/domain/items.ts';

/** A record that a point is about; a risk stands on the page of its first work package. */
export type ShownLink = { id: string; code: string; title: string } & (
	{ kind: ItemKind } | { kind: 'risk'; workPackage: number }
);

export interface ShownPaper {
	id: string;
	evidenceId: string;
	name: string;
	kind: 'file' | 'link';
	level: 'PU' | 'SEN';
	url: string | null;
}

/** The running clock of a point; `seconds` taken when the page was made. */
export interface ShownClock {
	state: 'waiting' | 'open' | 'done';
	seconds: number;
}

/** A point of the agenda as every page of a meeting shows it. */
export interface ShownPoint {
	id: string;
	title: string;
	description: string;
	presenter: string | null;
	presenterName: string;
	minutes: number | null;
	times: SlotTimes | null;
	links: readonly ShownLink[];
	papers: readonly ShownPaper[];
	clock: ShownClock;
}

type ShownBlock =
	| { kind: 'item'; item: ShownPoint }
	| { kind: 'parallel'; tracks: readonly { name: string; items: readonly ShownPoint[] }[] };

export interface ShownDay {
	day: DayHours | null;
	sections: readonly { name: string; blocks: readonly ShownBlock[] }[];
}
