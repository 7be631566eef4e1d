import type { Db } from '#db/schema.ts';
import { appendAudit } from '#lib/server/audit.ts';

/** Who acts before anybody has an account. */
export const LOADER = 'Sample data';

export async function recordLoading(
	db: Db,
	projectId: string,
	details: Readonly<Record<string, unknown>>,
	now: Date
): Promise<void> {
	const actor = { personId: null, name: LOADER, organisationId: null };
	const record = { type: 'project', id: projectId, label: 'sample data' };
	await appendAudit(db, { chain: projectId, actor, act: 'sample:load', record, details }, now);
}
