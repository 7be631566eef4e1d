import type { Db } from '#db/schema.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';

/** Evidence that is to stand for something; refuses what was withdrawn, and what stands for it already. */
export async function takeEvidence(
	db: Db,
	projectId: string,
	ids: readonly string[],
	isUsed: (id: string) => boolean
) {
	const rows =
		ids.length === 0
			? []
			: await db
					.selectFrom('evidence')
					.select(['id', 'name', 'sha256', 'url', 'withdrawnAt', 'organisationId'])
					.where('projectId', '=', projectId)
					.where('id', 'in', [...new Set(ids)])
					.orderBy('addedAt')
					.orderBy('id')
					.execute();
	if (rows.length === 0) throw new NotFound();
	assertNone([
		...rows
			.filter(({ withdrawnAt }) => withdrawnAt !== null)
			.map(({ name }) => ({ code: 'evidence-withdrawn', name }) as const),
		...rows
			.filter(({ id }) => isUsed(id))
			.map(({ name }) => ({ code: 'evidence-already-linked', name }) as const)
	]);
	return rows;
}

/** As the audit trail names it. */
export function auditedEvidence(
	rows: readonly { name: string; sha256: string | null; url: string | null }[]
) {
	return rows.map(({ name, sha256, url }) => ({ name, sha256, url }));
}
