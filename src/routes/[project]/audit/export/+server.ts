import { recordAudit } from '#lib/server/audit.ts';
import { exportChain } from '#lib/server/audit-export.ts';
import { streamOf } from '#lib/server/http/stream-of.ts';
import { endpoint } from '#lib/server/http/page.ts';

export const GET = endpoint('audit:export', async ({ db, actor, project, now }) => {
	const record = { type: 'project', id: project.id, label: project.acronym };
	await db.transaction().execute((db) => recordAudit(db, actor, 'audit:export', record, now));
	const lines = exportChain(db, { project: project.slug, chain: project.id }, now);
	const name = `${project.slug}-audit-${now.toISOString().slice(0, 10)}.jsonl`;
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': 'application/jsonl; charset=utf-8',
			'Content-Disposition': `attachment; filename="${name}"`,
			'Cache-Control': 'no-store'
		}
	});
});
