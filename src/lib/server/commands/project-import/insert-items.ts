import type { Db } from '#db/schema.ts';
import { monthEnd } from '#lib/domain/days.ts';
import { searchText } from '#lib/domain/fold.ts';
import { codePosition, type PlanKind } from '#lib/domain/items.ts';
import type { FileRecord } from '#lib/schemas/project-file.ts';
import { inChunks } from '#lib/server/commands/in-chunks.ts';
import { newId } from '#lib/server/ids.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';

type Deliverable = FileRecord<'deliverables'>;
type Milestone = FileRecord<'milestones'>;

function itemRow(context: ImportContext, kind: PlanKind, one: Deliverable | Milestone, workPackage: number) {
	const dueOn = one.due_on ?? (one.due_month === null ? null : monthEnd(context.startOn, one.due_month));
	const id = newId();
	context.items.set(one.code, id);
	cite(context, kind, id, one);
	return {
		id,
		projectId: context.projectId,
		kind,
		code: one.code,
		position: codePosition(one.code),
		title: one.title,
		description: one.description,
		workPackageId: idOf(context.workPackages, workPackage),
		leadOrganisationId: idOrNull(context.organisations, one.lead),
		state: 'planned',
		stateSinceAt: context.at,
		dueMonth: one.due_month,
		contractualOn: dueOn,
		agreedOn: dueOn,
		forecastOn: null,
		contributorsConfirmedAt: null,
		origin: one.origin,
		search: searchText(one.code, one.title, one.description),
		createdAt: context.at
	};
}

export async function insertDeliverables(db: Db, context: ImportContext, records: readonly Deliverable[]) {
	const items = records.map((one) => itemRow(context, 'deliverable', one, one.work_package));
	await inChunks(items, (rows) => db.insertInto('item').values(rows).execute());
	const rows = records.map((one) => ({
		itemId: idOf(context.items, one.code),
		type: one.type,
		disseminationLevel: one.level
	}));
	await inChunks(rows, (chunk) => db.insertInto('deliverable').values(chunk).execute());
	await insertContributions(db, context, records);
}

export async function insertMilestones(db: Db, context: ImportContext, records: readonly Milestone[]) {
	const items = records.map((one) => itemRow(context, 'milestone', one, one.work_packages[0] ?? 0));
	await inChunks(items, (rows) => db.insertInto('item').values(rows).execute());
	const milestones = records.map((one) => ({
		itemId: idOf(context.items, one.code),
		paymentRelevant: one.payment_relevant ? 1 : 0,
		goNoGo: one.go_no_go ? 1 : 0
	}));
	await inChunks(milestones, (rows) => db.insertInto('milestone').values(rows).execute());

	const means = records.flatMap((one) =>
		one.means_of_verification.map((text, index) => ({
			id: newId(),
			projectId: context.projectId,
			itemId: idOf(context.items, one.code),
			position: index + 1,
			text
		}))
	);
	await inChunks(means, (rows) => db.insertInto('meansOfVerification').values(rows).execute());

	const further = records.flatMap((one) =>
		one.work_packages.slice(1).map((number) => ({
			itemId: idOf(context.items, one.code),
			workPackageId: idOf(context.workPackages, number)
		}))
	);
	await inChunks(further, (rows) => db.insertInto('itemWorkPackage').values(rows).execute());

	const dependencies = records.flatMap((one) =>
		one.depends_on.map((code) => ({
			itemId: idOf(context.items, one.code),
			dependsOnItemId: idOf(context.items, code)
		}))
	);
	await inChunks(dependencies, (rows) => db.insertInto('itemDependency').values(rows).execute());
	await insertContributions(db, context, records);
}

/** The lead and those named as contributors: what independence is judged by from the first day. */
async function insertContributions(
	db: Db,
	context: ImportContext,
	records: readonly { code: string; lead: string | null; contributors?: readonly string[] }[]
): Promise<void> {
	const rows = records.flatMap(({ code, lead, contributors = [] }) =>
		[
			...(lead === null ? [] : [{ organisation: lead, kind: 'lead' as const }]),
			...contributors
				.filter((organisation) => organisation !== lead)
				.map((organisation) => ({ organisation, kind: 'contributor' as const }))
		].map(({ organisation, kind }) => ({
			id: newId(),
			projectId: context.projectId,
			itemId: idOf(context.items, code),
			organisationId: idOf(context.organisations, organisation),
			personId: null,
			kind,
			note: 'in the plan',
			recordedBy: null,
			recordedAt: context.at
		}))
	);
	await inChunks(rows, (chunk) => db.insertInto('contribution').values(chunk).execute());
}
