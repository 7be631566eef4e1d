import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { ItemHistory } from '#lib/domain/independence.ts';
import type { ItemKind } from '#lib/domain/items.ts';

/** An item with what permissions and independence ask of it. Four queries, whatever its size. */
export async function findItemFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const item = await db
		.selectFrom('item')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.selectAll('item')
		.select((eb) => [
			'lead.country as leadCountry',
			'lead.acronym as leadAcronym',
			'lead.name as leadName',
			eb
				.selectFrom('itemWorkPackage')
				.whereRef('itemWorkPackage.itemId', '=', 'item.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('furtherPackages')
		])
		.where('item.projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('item.id', '=', key.id) : eb('item.code', '=', key.code)))
		.executeTakeFirst();
	if (!item) return undefined;

	const [contributions, conflicts, assignments] = [
		await db
			.selectFrom('contribution')
			.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
			.select([
				'organisationId',
				'organisation.acronym',
				'personId',
				'contribution.kind',
				'contribution.note'
			])
			.where('itemId', '=', item.id)
			.orderBy('recordedAt')
			.execute(),
		await db
			.selectFrom('declaredConflict')
			.select(['personId', 'reason'])
			.where('projectId', '=', projectId)
			.where('endedAt', 'is', null)
			.where((eb) => eb.or([eb('itemId', '=', item.id), eb('itemId', 'is', null)]))
			.execute(),
		await db
			.selectFrom('reviewAssignment')
			.innerJoin('membership', (join) =>
				join
					.onRef('membership.personId', '=', 'reviewAssignment.personId')
					.onRef('membership.projectId', '=', 'reviewAssignment.projectId')
					.on('membership.toOn', 'is', null)
			)
			.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
			.innerJoin('person', 'person.id', 'reviewAssignment.personId')
			.select([
				'reviewAssignment.id',
				'reviewAssignment.personId',
				'reviewAssignment.kind',
				'reviewAssignment.external',
				'person.name',
				'organisation.id as organisationId',
				'organisation.acronym',
				'organisation.country'
			])
			.where('reviewAssignment.itemId', '=', item.id)
			.where('reviewAssignment.endedAt', 'is', null)
			.orderBy('reviewAssignment.assignedAt')
			.execute()
	] as const;

	const history: ItemHistory = { leadOrganisationId: item.leadOrganisationId, contributions, conflicts };
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
