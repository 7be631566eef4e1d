import type { Db } from '#db/schema.ts';

/** The newest submission package of a deliverable as it lies in the store. */
export async function findPackageFile(db: Db, projectId: string, code: string) {
	const file = await db
		.selectFrom('portalEvent')
		.innerJoin('item', 'item.id', 'portalEvent.itemId')
		.innerJoin('deliverable', 'deliverable.itemId', 'item.id')
		.innerJoin('storedFile', 'storedFile.sha256', 'portalEvent.sha256')
		.select(['item.id', 'deliverable.disseminationLevel as level'])
		.select(['portalEvent.fileName', 'storedFile.sha256', 'storedFile.size', 'storedFile.mediaType'])
		.where('item.projectId', '=', projectId)
		.where('item.code', '=', code)
		.where('portalEvent.kind', '=', 'package-built')
		.where('storedFile.erasedAt', 'is', null)
		.orderBy('portalEvent.recordedAt', 'desc')
		.orderBy('portalEvent.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return file && { ...file, name: file.fileName ?? file.sha256 };
}
