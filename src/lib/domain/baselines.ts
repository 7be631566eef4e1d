import { daysBetween, type Day } from './days.ts';
import type { PlanKind } from './items.ts';

/** A record as a baseline keeps it, or as it stands now. */
export interface PlanEntry {
	kind: 'work-package' | 'task' | PlanKind;
	recordId: string;
	code: string;
	title: string;
	leadOrganisationId: string | null;
	workPackageNumber: number;
	startMonth: number | null;
	endMonth: number | null;
	dueMonth: number | null;
	dueOn: Day | null;
	/** The day that the consortium works to; of the plan as it stands, no baseline keeps one. */
	agreedOn?: Day | null;
	standing: string;
}

const FIELDS = [
	'title',
	'leadOrganisationId',
	'workPackageNumber',
	'startMonth',
	'endMonth',
	'dueMonth',
	'dueOn'
] as const satisfies readonly (keyof PlanEntry)[];
export type ComparedField = (typeof FIELDS)[number] | 'agreedOn';

export interface FieldChange {
	field: ComparedField;
	from: string | number | null;
	to: string | number | null;
	/** By how many days a due day moved. */
	days: number | null;
}

export interface EntryChange {
	kind: PlanEntry['kind'];
	recordId: string;
	code: string;
	title: string;
	workPackageNumber: number;
	/** `left`: still in the plan's records, but withdrawn, merged or replaced. `removed`: no longer there at all. */
	change: 'added' | 'removed' | 'left' | 'changed';
	/** How it stands in the later plan, or stood in the earlier one if it is gone. */
	standing: string;
	fields: readonly FieldChange[];
}

const KINDS: readonly PlanEntry['kind'][] = ['work-package', 'task', 'deliverable', 'milestone'];
const PLANNED = 'planned';
/** States in which an item is no longer part of the plan. */
const LEFT: readonly string[] = ['withdrawn', 'merged', 'replaced'];

/** How an item in a state stands in the plan: `planned`, or how it left. */
export function standingOf(state: string): string {
	return LEFT.includes(state) ? state : PLANNED;
}

/** What differs between two plans, in the order of the plan; what left it is named, never just missing. */
export function comparePlans(from: readonly PlanEntry[], to: readonly PlanEntry[]): EntryChange[] {
	const before = new Map(from.map((entry) => [entry.recordId, entry]));
	const after = new Map(to.map((entry) => [entry.recordId, entry]));
	const removed = from
		.filter(({ recordId }) => !after.has(recordId))
		.map((entry) => changeOf(entry, 'removed', []));
	const kept = to.flatMap((entry) => {
		const earlier = before.get(entry.recordId);
		if (!earlier) return [changeOf(entry, 'added', [])];
		const fields = [
			...FIELDS.flatMap((field) => fieldChange(field, earlier, entry)),
			...agreedChange(earlier, entry)
		];
		if (entry.standing !== PLANNED && earlier.standing === PLANNED) return [changeOf(entry, 'left', fields)];
		return fields.length > 0 || entry.standing !== earlier.standing
			? [changeOf(entry, 'changed', fields)]
			: [];
	});
	return [...kept, ...removed].toSorted(inPlanOrder);
}

/** The same changes with leads by their acronyms. */
export function nameLeads(
	changes: readonly EntryChange[],
	acronyms: ReadonlyMap<string | null, string | null>
): EntryChange[] {
	const named = (id: string | number | null) => (id === null ? null : (acronyms.get(String(id)) ?? '?'));
	return changes.map((change) => ({
		...change,
		fields: change.fields.map((field) =>
			field.field === 'leadOrganisationId'
				? { ...field, from: named(field.from), to: named(field.to) }
				: field
		)
	}));
}

function changeOf(
	{ kind, recordId, code, title, workPackageNumber, standing }: PlanEntry,
	change: EntryChange['change'],
	fields: readonly FieldChange[]
): EntryChange {
	return { kind, recordId, code, title, workPackageNumber, standing, change, fields };
}

function fieldChange(field: (typeof FIELDS)[number], earlier: PlanEntry, later: PlanEntry): FieldChange[] {
	const from = earlier[field];
	const to = later[field];
	if (from === to) return [];
	return [{ field, from, to, days: field === 'dueOn' ? shift(earlier.dueOn, later.dueOn) : null }];
}

/** An agreed day that is neither the day of the earlier plan nor that of the later: the contract alone hides the move. */
function agreedChange(earlier: PlanEntry, later: PlanEntry): FieldChange[] {
	const { dueOn, agreedOn: to = null } = later;
	if (to === null || to === dueOn || to === earlier.dueOn) return [];
	return [{ field: 'agreedOn', from: earlier.dueOn, to, days: shift(earlier.dueOn, to) }];
}

function shift(from: Day | null, to: Day | null): number | null {
	return from === null || to === null ? null : daysBetween(from, to);
}

const byCode = new Intl.Collator('en', { numeric: true });

function inPlanOrder(a: EntryChange, b: EntryChange): number {
	return (
		a.workPackageNumber - b.workPackageNumber ||
		KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
		byCode.compare(a.code, b.code)
	);
}
