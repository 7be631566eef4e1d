import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { opennessOf } from '#lib/domain/public-items.ts';
import { workPackagesOf } from './list-item-rows.ts';

export interface ItemSubject extends Subject {
	itemId: string;
	kind: ItemKind;
	code: string;
}

/** What permissions ask of several items at once, or of all of a project. Three queries, however many there are. */
export async function listItemSubjects(
	db: Db,
	projectId: string,
	itemIds?: readonly string[]
): Promise<ItemSubject[]> {
	if (itemIds?.length === 0) return [];
	let wanted = db
		.selectFrom('item')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('entry', 'entry.itemId', 'item.id')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.where('item.projectId', '=', projectId);
	if (itemIds) wanted = wanted.where('item.id', 'in', itemIds);
	const items = await wanted
		.select([
			'item.id',
			'item.kind',
			'item.code',
			'item.state',
			'item.workPackageId',
			'item.leadOrganisationId'
		])
		.select((eb) => [
			'lead.country',
			'deliverable.disseminationLevel',
			'entry.publicSince',
			eb
				.selectFrom('itemWorkPackage')
				.whereRef('itemWorkPackage.itemId', '=', 'item.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('furtherPackages')
		])
		.orderBy('item.position')
		.orderBy('item.id')
		.execute();

	const ofItems = wanted.select('item.id');
	const contributors = groupByItem(
		await db
			.selectFrom('contribution')
			.select(['itemId', 'organisationId as value'])
			.distinct()
			.where('itemId', 'in', ofItems)
			.execute()
	);
	const assigned = groupByItem(
		await db
			.selectFrom('reviewAssignment')
			.select(['itemId', 'personId as value'])
			.where('endedAt', 'is', null)
			.where('itemId', 'in', ofItems)
			.execute()
	);

	return items.map((item) => ({
		itemId: item.id,
		kind: item.kind,
		code: item.code,
		leadOrganisationId: item.leadOrganisationId,
		organisationIds: [item.leadOrganisationId ?? [], contributors.get(item.id) ?? []].flat(),
		countries: item.country === null ? [] : [item.country],
		workPackageIds: workPackagesOf(item),
		assignedPersonIds: assigned.get(item.id) ?? [],
		...opennessOf(item)
	}));
}

function groupByItem(rows: readonly { itemId: string; value: string }[]): Map<string, string[]> {
	const grouped = new Map<string, string[]>();
	for (const { itemId, value } of rows) grouped.set(itemId, [...(grouped.get(itemId) ?? []), value]);
	return grouped;
}
