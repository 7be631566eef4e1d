import type { Db } from '#db/schema.ts';
import { comparePlans, type EntryChange, type PlanEntry } from '#lib/domain/baselines.ts';
import { listPlanEntries } from './list-plan-entries.ts';

/** Number of a baseline, or the plan as it stands. */
export type PlanMoment = number | 'now';

/** What differs between two baselines, or one and now; undefined when one of them does not exist. */
export async function findPlanComparison(
	db: Db,
	projectId: string,
	from: PlanMoment,
	to: PlanMoment
): Promise<EntryChange[] | undefined> {
	const before = await planAt(db, projectId, from);
	const after = await planAt(db, projectId, to);
	if (!before || !after) return undefined;
	const acronyms = new Map(
		(
			await db
				.selectFrom('organisation')
				.select(['id', 'acronym'])
				.where('projectId', '=', projectId)
				.orderBy('id')
				.execute()
		).map(({ id, acronym }) => [id, acronym])
	);
	const named = (id: string | number | null) => (id === null ? null : (acronyms.get(String(id)) ?? '?'));
	return comparePlans(before, after).map((change) => ({
		...change,
		fields: change.fields.map((field) =>
			field.field === 'leadOrganisationId'
				? { ...field, from: named(field.from), to: named(field.to) }
				: field
		)
	}));
}

async function planAt(db: Db, projectId: string, moment: PlanMoment): Promise<PlanEntry[] | undefined> {
	if (moment === 'now') return listPlanEntries(db, projectId);
	const baseline = await db
		.selectFrom('baseline')
		.select('id')
		.where('projectId', '=', projectId)
		.where('number', '=', moment)
		.executeTakeFirst();
	if (!baseline) return undefined;
	return db
		.selectFrom('baselineEntry')
		.selectAll()
		.where('baselineId', '=', baseline.id)
		.orderBy('recordId')
		.execute();
}
