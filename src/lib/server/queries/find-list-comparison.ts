import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { PlanEntry } from '#lib/domain/baselines.ts';
import { compareList, type ListComparison, type NamedEntry } from '#lib/domain/list-comparison.ts';
import type { Actor } from '#lib/domain/roles.ts';

interface Compared {
	kind: PlanEntry['kind'];
	url: URL;
	/** The records of the list that this actor may read, as they stand. */
	now: () => readonly NamedEntry[];
	/** Whether a record that is gone fits the list as it is filtered. */
	isShown: (entry: PlanEntry) => boolean;
}

/** The baselines a list can be held against, the one its address names, and what differs from that one. */
export interface BaselineChoice {
	baselines: { number: number; reference: string }[];
	comparison: (ListComparison & { baseline: number }) | null;
}

/** Null for those who do not see baselines. At most two queries. */
export async function findListComparison(
	db: Db,
	actor: Actor,
	{ kind, url, now, isShown }: Compared
): Promise<BaselineChoice | null> {
	if (!mayAlways(actor, 'baseline:read')) return null;
	const baselines = await db
		.selectFrom('baseline')
		.select(['id', 'number', 'reference'])
		.where('projectId', '=', actor.projectId)
		.orderBy('number', 'desc')
		.execute();
	const chosen = baselines.find(({ number }) => String(number) === url.searchParams.get('baseline'));
	const choice = { baselines: baselines.map(({ number, reference }) => ({ number, reference })) };
	if (!chosen) return { ...choice, comparison: null };
	const standing = now();
	const before = await listReadableEntries(db, chosen.id, kind, standing);
	return { ...choice, comparison: { baseline: chosen.number, ...compareList(before, standing, isShown) } };
}

/** What a baseline keeps of a kind, without the items that are there and that this actor may not read. */
async function listReadableEntries(
	db: Db,
	baselineId: string,
	kind: PlanEntry['kind'],
	now: readonly NamedEntry[]
) {
	const entries = await db
		.selectFrom('baselineEntry')
		.leftJoin('item', 'item.id', 'baselineEntry.recordId')
		.leftJoin('organisation', 'organisation.id', 'baselineEntry.leadOrganisationId')
		.selectAll('baselineEntry')
		.select(['organisation.acronym as leadAcronym', 'item.id as itemId'])
		.where('baselineId', '=', baselineId)
		.where('baselineEntry.kind', '=', kind)
		.orderBy('recordId')
		.execute();
	const readable = new Set(now.map(({ recordId }) => recordId));
	return entries.filter(({ itemId }) => itemId === null || readable.has(itemId));
}
