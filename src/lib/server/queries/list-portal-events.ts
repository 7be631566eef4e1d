import type { Db } from '#db/schema.ts';

/** What happened in the funder's portal, oldest first. */
export async function listPortalEvents(db: Db, itemId: string) {
	return db
		.selectFrom('portalEvent')
		.innerJoin('person', 'person.id', 'portalEvent.recordedBy')
		.select([
			'portalEvent.id',
			'portalEvent.kind',
			'portalEvent.happenedOn',
			'portalEvent.byName',
			'portalEvent.note',
			'portalEvent.sha256',
			'portalEvent.fileName',
			'portalEvent.recordedAt',
			'person.name as recordedBy'
		])
		.where('portalEvent.itemId', '=', itemId)
		.orderBy('portalEvent.recordedAt')
		.orderBy('portalEvent.id')
		.execute();
}

export type ListedPortalEvent = Awaited<ReturnType<typeof listPortalEvents>>[number];

/** The newest submission package. */
export async function findPackage(db: Db, itemId: string): Promise<ListedPortalEvent | undefined> {
	return (await listPortalEvents(db, itemId)).findLast((event) => event.kind === 'package-built');
}

/** The newest submission. */
export async function findSubmission(db: Db, itemId: string): Promise<ListedPortalEvent | undefined> {
	return (await listPortalEvents(db, itemId)).findLast((event) => event.kind === 'submitted');
}
