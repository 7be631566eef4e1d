import type { Refusal } from '#lib/domain/reasons.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { appendAudit } from '#lib/server/audit.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import type { ProjectRequest } from './gate.ts';

/** Refused attempts are events of the project too; the refused transaction itself left nothing behind. */
export async function recordRefusal(
	request: ProjectRequest,
	permission: Permission,
	refusal: Refusal
): Promise<void> {
	const { db, actor, event, now } = request;
	const params: Partial<Record<string, string>> = event.params;
	const label = params['code'] ?? params['number'] ?? event.url.pathname;
	const entry = {
		chain: actor.projectId,
		actor,
		act: permission,
		record: { type: 'page', id: null, label },
		details: { reasons: refusal.reasons, said: refusal.reasons.map((reason) => sentenceOf(reason).text) },
		outcome: 'refused'
	} as const;
	await db.transaction().execute((db) => appendAudit(db, entry, now));
}
