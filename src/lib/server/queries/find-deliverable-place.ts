import type { Db } from '#db/schema.ts';

/** Where a deliverable stands in the plan: its work package, its lead, and what took it over. */
export async function findDeliverablePlace(
	db: Db,
	item: { workPackageId: string; leadOrganisationId: string | null },
	deliverable: { mergedIntoItemId: string | null }
) {
	const place = await db
		.selectFrom('workPackage')
		.leftJoin('organisation', (join) => join.on('organisation.id', '=', item.leadOrganisationId))
		.leftJoin('item', (join) => join.on('item.id', '=', deliverable.mergedIntoItemId))
		.select([
			'workPackage.number',
			'workPackage.title',
			'organisation.acronym',
			'organisation.name',
			'organisation.country',
			'item.code as mergedInto'
		])
		.where('workPackage.id', '=', item.workPackageId)
		.executeTakeFirst();
	return {
		workPackage: { number: place?.number ?? 0, title: place?.title ?? '' },
		lead: place?.acronym
			? { acronym: place.acronym, name: place.name ?? '', country: place.country ?? '' }
			: null,
		mergedInto: place?.mergedInto ?? null
	};
}
