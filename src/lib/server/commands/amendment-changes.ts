import { amendedDue, type Addition, type Due } from '#lib/domain/amendments.ts';
import type { TaskMonths } from '#lib/domain/plan-rules.ts';
import type { NewRecord, SignAmendment } from '#lib/schemas/amendments.ts';
import type {
	AmendableItem,
	AmendablePlan,
	AmendableWorkPackage
} from '#lib/server/queries/find-amendable-plan.ts';

export interface ItemChange {
	code: string;
	item: AmendableItem;
	title: string;
	leadOrganisationId: string | null;
	due: Due;
	/** It leaves the plan, and nothing else of it changes. */
	leaves: { as: 'withdrawn' } | { as: 'merged'; intoId: string } | null;
}

export interface PackageChange {
	code: string;
	workPackage: AmendableWorkPackage;
	title: string;
	leadOrganisationId: string | null;
	startMonth: number | null;
	endMonth: number | null;
	span: TaskMonths | null;
}

export interface PlannedAddition extends Addition {
	title: string;
	workPackageId: string;
	leadOrganisationId: string | null;
	type: string | null;
	level: string | null;
	means: readonly string[];
}

export interface PlanChanges {
	items: readonly ItemChange[];
	packages: readonly PackageChange[];
	additions: readonly PlannedAddition[];
	/** Codes of records that somebody changed after the form was shown. */
	stale: readonly string[];
}

/** What really differs from the plan as it stands; undefined when a form names a record or organisation of another project. */
export function changesOf(plan: AmendablePlan, input: SignAmendment): PlanChanges | undefined {
	const leads = [...input.records, ...input.additions]
		.map(({ lead }) => lead)
		.filter((lead) => lead !== null);
	const packages = new Map(plan.workPackages.map((one) => [one.id, one]));
	const items = new Map(plan.items.map((one) => [one.id, one]));
	const isForeign =
		leads.some((lead) => !plan.organisationIds.has(lead)) ||
		input.records.some(({ id }) => !packages.has(id) && !items.has(id)) ||
		input.additions.some(({ workPackage }) => !packages.has(workPackage));
	if (isForeign) return undefined;

	const { startOn } = plan.project;
	const stale: string[] = [];
	const itemChanges: ItemChange[] = [];
	const packageChanges: PackageChange[] = [];
	for (const record of input.records) {
		const { title, lead: leadOrganisationId } = record;
		const item = items.get(record.id);
		if (item) {
			if (item.version !== record.version) stale.push(item.code);
			const due = amendedDue(startOn, { dueMonth: item.dueMonth, dueOn: item.contractualOn }, record);
			const leaves = leavingOf(record);
			const change = { code: item.code, item, title, leadOrganisationId, due, leaves };
			if (leaves || differs(item, { title, leadOrganisationId, ...due })) itemChanges.push(change);
		}
		const workPackage = packages.get(record.id);
		if (workPackage) {
			const code = `WP${workPackage.number}`;
			if (workPackage.version !== record.version) stale.push(code);
			const startMonth = record.startMonth ?? workPackage.startMonth;
			const endMonth = record.endMonth ?? workPackage.endMonth;
			const next = { title, leadOrganisationId, startMonth, endMonth };
			const span = startMonth === null || endMonth === null ? null : { startMonth, endMonth };
			if (differs(workPackage, next)) packageChanges.push({ code, workPackage, ...next, span });
		}
	}
	return {
		items: itemChanges,
		packages: packageChanges,
		additions: input.additions.map((record) =>
			additionOf(record, startOn, packages.get(record.workPackage)?.number ?? null)
		),
		stale
	};
}

function leavingOf(record: SignAmendment['records'][number]): ItemChange['leaves'] {
	if (record.leaves === 'withdrawn') return { as: 'withdrawn' };
	return record.leaves === 'merged' ? { as: 'merged', intoId: record.into ?? '' } : null;
}

function additionOf(record: NewRecord, startOn: string, workPackage: number | null): PlannedAddition {
	const { kind, code, title, lead: leadOrganisationId, type, level } = record;
	const due = amendedDue(startOn, { dueMonth: null, dueOn: null }, record);
	const means = record.means
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	return {
		kind,
		code,
		title,
		workPackage,
		workPackageId: record.workPackage,
		leadOrganisationId,
		due,
		type,
		level,
		means
	};
}

function differs(
	now: AmendableItem | AmendableWorkPackage,
	next: Record<string, string | number | null>
): boolean {
	const { contractualOn: dueOn, ...rest } = { contractualOn: null, ...now };
	const stands: Record<string, string | number | null | undefined> = { ...rest, dueOn };
	return Object.entries(next).some(([field, value]) => stands[field] !== value);
}
