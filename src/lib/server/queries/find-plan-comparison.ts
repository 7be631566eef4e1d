import type { Db } from '#db/schema.ts';
import { comparePlans, nameLeads, type EntryChange, type PlanEntry } from '#lib/domain/baselines.ts';
import { listOrganisations } from './list-organisations.ts';
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
	const organisations = await listOrganisations(db, projectId);
	const acronyms = new Map(organisations.map(({ id, acronym }) => [id, acronym]));
	return nameLeads(comparePlans(before, after), acronyms);
}

async function planAt(db: Db, projectId: string, moment: PlanMoment): Promise<PlanEntry[] | undefined> {
	if (moment === 'now') return planNow(db, projectId);
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

/** With the agreed days, which no baseline keeps. */
async function planNow(db: Db, projectId: string): Promise<PlanEntry[]> {
	const items = await db
		.selectFrom('item')
		.select(['id', 'agreedOn'])
		.where('projectId', '=', projectId)
		.orderBy('id')
		.execute();
	const agreed = new Map(items.map(({ id, agreedOn }) => [id, agreedOn]));
	const entries = await listPlanEntries(db, projectId);
	return entries.map((entry) => ({ ...entry, agreedOn: agreed.get(entry.recordId) ?? null }));
}
