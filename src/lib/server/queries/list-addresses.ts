import type { Db } from '#db/schema.ts';

/** Addresses of the log that are to be looked at: when each was last, and the hash of the last page it answered with. */
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
		.select(['outreachId', 'url', 'sha256', 'checkedAt'])
		.where('projectId', '=', projectId)
		.orderBy('checkedAt', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return lines.flatMap(({ id, code, url }) => {
		if (url === null) return [];
		const own = checks.filter((check) => check.outreachId === id && check.url === url);
		const previous = own.find(({ sha256 }) => sha256 !== null)?.sha256 ?? null;
		return [{ id, code, url, previous, checkedAt: own[0]?.checkedAt ?? null }];
	});
}
