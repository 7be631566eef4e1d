import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { ItemHistory } from '#lib/domain/independence.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { listPeopleOfItem } from './list-people-of-item.ts';

/** An item with its place in the plan; kinds add what only they have. */
export function selectItem(db: Db, projectId: string, key: { id: string } | { code: string }) {
	return db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.selectAll('item')
		.select((eb) => [
			'workPackage.number as workPackageNumber',
			'workPackage.title as workPackageTitle',
			'lead.country as leadCountry',
			'lead.acronym as leadAcronym',
			'lead.name as leadName',
			eb
				.selectFrom('itemWorkPackage')
				.whereRef('itemWorkPackage.itemId', '=', 'item.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('furtherPackages'),
			eb
				.selectFrom('dateMove')
				.select('dateMove.reference')
				.whereRef('dateMove.itemId', '=', 'item.id')
				.where('dateMove.dateKind', '=', 'agreed')
				.orderBy('dateMove.movedAt', 'desc')
				.orderBy('dateMove.id', 'desc')
				.limit(1)
				.as('agreedReference')
		])
		.where('item.projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('item.id', '=', key.id) : eb('item.code', '=', key.code)));
}

/** An item with what permissions and independence ask of it. Two queries, whatever its size. */
export async function findItemFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	return withPeople(db, await selectItem(db, projectId, key).executeTakeFirst());
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItem>['execute']>>[number];

/** An item that was read as its facts, with who worked on it and who is asked to judge it. */
export async function withPeople<Row extends ItemRow>(db: Db, item: Row | undefined) {
	if (!item) return undefined;
	const { contributions, assignments, former, conflicts } = await listPeopleOfItem(db, item.id);

	const history: ItemHistory = {
		leadOrganisationId: item.leadOrganisationId,
		contributions,
		conflicts,
		former
	};
	const subject: Subject = {
		itemId: item.id,
		leadOrganisationId: item.leadOrganisationId,
		organisationIds: [
			...new Set([item.leadOrganisationId, ...contributions.map((one) => one.organisationId)])
		].filter((id) => id !== null),
		countries: item.leadCountry === null ? [] : [item.leadCountry],
		workPackageIds: [item.workPackageId, ...(item.furtherPackages?.split(',') ?? [])],
		assignedPersonIds: assignments.map((one) => one.personId)
	};
	return { item, history, subject, assignments };
}

export type ItemFacts = NonNullable<Awaited<ReturnType<typeof findItemFacts>>>;

/** The record of an item as the audit trail names it. */
export function auditedItem(item: { id: string; kind: ItemKind; code: string }) {
	return { type: item.kind, id: item.id, label: item.code };
}
