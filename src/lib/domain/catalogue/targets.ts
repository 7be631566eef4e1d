import { daysBetween, type Day } from '#lib/domain/days.ts';
import { stepIndex, type Algorithm } from './algorithm.ts';

export const TARGET_SCOPES = ['project', 'country', 'organisation', 'theme', 'level'] as const;
export type TargetScopeKind = (typeof TARGET_SCOPES)[number];

export const TARGET_MEASURES = ['entries', 'ects'] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** Which entries a target speaks of; `code` is empty for the whole project. */
export interface TargetScope {
	scopeKind: TargetScopeKind;
	/** Country code, organisation id, theme code or EQF level. */
	scopeCode: string;
}

/** What arithmetic needs of a target. */
export interface Aim extends TargetScope {
	measure: TargetMeasure;
	amount: number;
	dueOn: Day;
	countingState: string;
}

/** Where an entry belongs at one moment; a joint entry belongs to its owner, so that no sum counts it twice. */
export interface EntryPlace {
	organisationId: string | null;
	country: string | null;
	theme: string | null;
	level: string | null;
}

export function isInScope(scope: TargetScope, entry: EntryPlace): boolean {
	switch (scope.scopeKind) {
		case 'project':
			return true;
		case 'country':
			return entry.country === scope.scopeCode;
		case 'organisation':
			return entry.organisationId === scope.scopeCode;
		case 'theme':
			return entry.theme === scope.scopeCode;
		case 'level':
			return entry.level === scope.scopeCode;
	}
}

export interface Gap {
	have: number;
	want: number;
	/** Still missing, never below 0. */
	gap: number;
	/** Above the target. */
	over: number;
	/** Days until the due day; negative once it is past. */
	daysLeft: number;
	/** By which the count must grow each week from now on; null where nothing is missing or no time is left. */
	neededPerWeek: number | null;
}

/** `gap = want − have`, and the weekly rate that would close it in time (domain.md 3.3, gap arithmetic). */
export function gapOf(have: number, want: number, dueOn: Day, today: Day): Gap {
	const gap = rounded(Math.max(0, want - have));
	const daysLeft = daysBetween(today, dueOn);
	return {
		have,
		want,
		gap,
		over: rounded(Math.max(0, have - want)),
		daysLeft,
		neededPerWeek: gap === 0 || daysLeft < 0 ? null : (gap / Math.max(1, daysLeft)) * 7
	};
}

export type TargetReason =
	| { code: 'target-due-passed'; dueOn: Day }
	| { code: 'target-state-unknown'; state: string }
	| { code: 'target-scope-unknown' }
	| { code: 'target-exists'; title: string }
	| { code: 'target-unchanged' }
	| { code: 'target-entries-whole' };

/** Why a target cannot be set like this; `live` are the project's other targets that have not ended. */
export function targetBlocks(
	aim: Aim,
	context: {
		algorithm: Algorithm;
		today: Day;
		isKnownScope: boolean;
		live: readonly (Aim & { title: string })[];
	}
): TargetReason[] {
	const { algorithm, today, isKnownScope, live } = context;
	const twin = live.find((one) => isSameAim(one, aim) && one.dueOn === aim.dueOn);
	return [
		...(aim.dueOn < today ? [{ code: 'target-due-passed', dueOn: aim.dueOn } as const] : []),
		...(stepIndex(algorithm, aim.countingState) < 0
			? [{ code: 'target-state-unknown', state: aim.countingState } as const]
			: []),
		...(isKnownScope ? [] : [{ code: 'target-scope-unknown' } as const]),
		...(aim.measure === 'entries' && !Number.isInteger(aim.amount)
			? [{ code: 'target-entries-whole' } as const]
			: []),
		...(twin ? [{ code: 'target-exists', title: twin.title } as const] : [])
	];
}

/** Do two targets count the same, whatever their amount and day? */
function isSameAim(one: Aim, other: Aim): boolean {
	return (
		one.scopeKind === other.scopeKind &&
		one.scopeCode === other.scopeCode &&
		one.measure === other.measure &&
		one.countingState === other.countingState
	);
}

/** Credits come in halves and tenths: sums of them without the dust of floating point. */
export function rounded(amount: number): number {
	return Math.round(amount * 100) / 100;
}
