import type { Db } from '#db/schema.ts';

/** Addresses of the log that are to be looked at, with the hash of the last time that each answered with a page. */
export async function listAddresses(db: Db, projectId: string) {
	const lines = await db
		.selectFrom('outreach')
		.select(['id', 'code', 'url'])
		.where('projectId', '=', projectId)
		.where('url', 'is not', null)
		.where('state', '=', 'done')
		.orderBy('code')
		.execute();
	const checks = await db
		.selectFrom('linkCheck')
		.select(['outreachId', 'url', 'sha256'])
		.where('projectId', '=', projectId)
		.where('sha256', 'is not', null)
		.orderBy('checkedAt', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return lines.flatMap(({ id, code, url }) => {
		if (url === null) return [];
		const last = checks.find((check) => check.outreachId === id && check.url === url);
		return [{ id, code, url, previous: last?.sha256 ?? null }];
	});
}
