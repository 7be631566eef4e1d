import { monthEnd, projectMonth, type Day } from './days.ts';
import { datesFixedBlocks, type DateMoveReason, type MovableItem } from './date-moves.ts';
import type { PlanKind } from './items.ts';

export type AmendmentReason =
	| { code: 'amendment-empty' }
	| { code: 'signed-in-future'; on: Day; today: Day }
	| { code: 'signed-before-last'; on: Day; last: Day; number: number }
	| { code: 'code-shape'; item: string; kind: PlanKind; workPackage: number | null }
	| { code: 'code-taken'; item: string }
	| { code: 'addition-without-due'; item: string }
	| { code: 'due-before-start'; item: string; startOn: Day };

export interface Due {
	dueMonth: number | null;
	dueOn: Day | null;
}

/**
 * What a form asks for: a changed day counts as it is, a changed month means its last day (domain.md 1), and what is
 * left empty stays as it was.
 */
export function amendedDue(startOn: Day, now: Due, asked: Due): Due {
	const month = asked.dueMonth ?? now.dueMonth;
	if (asked.dueOn !== null && asked.dueOn !== now.dueOn)
		return {
			dueOn: asked.dueOn,
			dueMonth: month === now.dueMonth ? projectMonth(startOn, asked.dueOn) : month
		};
	if (month !== null && month !== now.dueMonth) return { dueMonth: month, dueOn: monthEnd(startOn, month) };
	return now;
}

/** Amendments are recorded once signed, in the order in which they were signed. */
export function signingBlocks(
	signedOn: Day,
	today: Day,
	last: { number: number; signedOn: Day } | undefined
): AmendmentReason[] {
	return [
		...(signedOn > today ? [{ code: 'signed-in-future', on: signedOn, today } as const] : []),
		...(last && signedOn < last.signedOn
			? [{ code: 'signed-before-last', on: signedOn, last: last.signedOn, number: last.number } as const]
			: [])
	];
}

/** Why the due date of an item cannot become this one; done items keep theirs, or lateness could be amended away. */
export function dueBlocks(
	item: MovableItem,
	due: Due,
	project: { startOn: Day }
): (AmendmentReason | DateMoveReason)[] {
	if (due.dueOn === item.contractualOn) return [];
	return [...datesFixedBlocks(item), ...beforeStart(item.code, due.dueOn, project.startOn)];
}

export interface Addition {
	kind: PlanKind;
	code: string;
	/** Null for one that is not of the project. */
	workPackage: number | null;
	due: Due;
}

const CODE = { deliverable: /^D(\d{1,2})\.\d{1,3}$/, milestone: /^MS\d{1,3}$/ } as const;

/** Why something new cannot enter the plan: its code is misshapen or taken, or it has no due date. */
export function additionBlocks(
	addition: Addition,
	taken: readonly string[],
	project: { startOn: Day }
): AmendmentReason[] {
	const { kind, code: item, workPackage, due } = addition;
	const shape = CODE[kind].exec(item);
	const isOfPackage = kind === 'milestone' || Number(shape?.[1]) === workPackage;
	return [
		...(shape && isOfPackage ? [] : [{ code: 'code-shape', item, kind, workPackage } as const]),
		...(taken.includes(item) ? [{ code: 'code-taken', item } as const] : []),
		...(due.dueOn === null ? [{ code: 'addition-without-due', item } as const] : []),
		...beforeStart(item, due.dueOn, project.startOn)
	];
}

function beforeStart(item: string, dueOn: Day | null, startOn: Day): AmendmentReason[] {
	return dueOn !== null && dueOn < startOn ? [{ code: 'due-before-start', item, startOn }] : [];
}
