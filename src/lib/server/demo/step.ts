import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { FileStore } from '#lib/server/files/store.ts';

/** Where a step plays: the project at that moment, and who acts. */
export interface Stage {
	db: Db;
	store: FileStore;
	actor: Actor;
	now: Date;
	today: Day;
	/** Ids behind the codes that a script uses. */
	item: (code: string) => string;
	/** Makes a code known that came into being while the history plays. */
	learn: (code: string, id: string) => void;
	person: (key: string) => string;
	organisations: readonly { id: string; code: string }[];
}

/** One thing that somebody does in the application, with the same command as its page. */
export type Act = (stage: Stage) => Promise<unknown>;

export interface Step {
	at: string;
	by: string;
	do: Act;
}

/** `day` may carry a time: `2025-03-03T10:00`; the hour keeps steps of one day in their order. */
export function step(day: string, by: string, act: Act): Step {
	const at = day.includes('T') ? day : `${day}T09:00`;
	return { at: `${at}:00.000Z`, by, do: act };
}
