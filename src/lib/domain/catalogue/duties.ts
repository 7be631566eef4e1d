import type { Day } from '#lib/domain/days.ts';
import type { Element } from './elements.ts';
import { owesNothing } from './gaps.ts';

export type DutyReason =
	| { code: 'duty-entry-gone'; entry: string }
	| { code: 'duty-person-foreign'; bodies: readonly string[] }
	| { code: 'duty-due-passed'; dueOn: Day }
	| { code: 'duty-nothing-open'; entry: string };

export interface DutyFacts {
	entry: { code: string; state: string };
	/** Acronyms of the owner and the further awarding bodies. */
	bodies: readonly string[];
	/** The person is now a member of one of them. */
	isOfBody: boolean;
	dueOn: Day | null;
	today: Day;
	/** Elements asked about that are open. */
	open: readonly Element[];
}

/** Why the gaps of an entry cannot be given to somebody. */
export function dutyBlocks({ entry, bodies, isOfBody, dueOn, today, open }: DutyFacts): DutyReason[] {
	return [
		...(owesNothing(entry.state) ? [{ code: 'duty-entry-gone', entry: entry.code } as const] : []),
		...(isOfBody ? [] : [{ code: 'duty-person-foreign', bodies } as const]),
		...(dueOn !== null && dueOn < today ? [{ code: 'duty-due-passed', dueOn } as const] : []),
		...(open.length > 0 ? [] : [{ code: 'duty-nothing-open', entry: entry.code } as const])
	];
}
