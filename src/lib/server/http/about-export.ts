import { recordAudit } from '#lib/server/audit.ts';
import { findChainHead } from '#lib/server/queries/verify-chain.ts';
import type { ProjectRequest } from './gate.ts';

/** Records an export of the project in the trail; returns the lines of the file that carry the head at that moment. */
export async function aboutExport(
	{ db, actor, project, now }: ProjectRequest,
	act: 'catalogue:export' | 'decision:export',
	details: Readonly<Record<string, unknown>>
) {
	const record = { type: 'project', id: project.id, label: project.acronym };
	await db.transaction().execute((db) => recordAudit(db, actor, act, record, now, details));
	const head = await findChainHead(db, project.id);
	return [
		['Exported at', now.toISOString()],
		['Events in the audit trail', head.sequence],
		['Head of the audit trail', head.hash]
	];
}
