import type { Db } from '#db/schema.ts';
import { INSTALLATION } from '#lib/server/audit.ts';

/** Changes with every audited change of the project or of accounts: what a kept page is valid for. */
export async function findDataVersion(db: Db, projectId: string): Promise<string> {
	const heads = await db
		.selectFrom('auditHead')
		.select(['chain', 'sequence'])
		.where('chain', 'in', [projectId, INSTALLATION])
		.orderBy('chain')
		.execute();
	return heads.map((head) => `${head.chain}:${head.sequence}`).join();
}
