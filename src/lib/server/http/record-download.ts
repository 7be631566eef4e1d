import { recordAttempt, recordOnce } from '#lib/server/audit-attempts.ts';
import { findSensitiveEvidence } from '#lib/server/queries/find-sensitive-evidence.ts';
import type { ProjectRequest } from './gate.ts';

type Reading = Pick<ProjectRequest, 'db' | 'actor' | 'now' | 'event'>;
const ACT = 'evidence:download';

/** Who took a sensitive file is told by the trail; asking only for its head is no download. */
export async function recordDownload(
	{ db, actor, now, event }: Reading,
	file: { id: string; name: string; sha256: string }
): Promise<void> {
	if (event.request.method === 'HEAD') return;
	const record = { type: 'evidence', id: file.id, label: file.name };
	await recordOnce(db, actor, ACT, record, now, { sha256: file.sha256 });
}

/** Asking for a sensitive file of the project that is not for this person; an address of nothing leaves no event. */
export async function recordRefusedDownload({ db, actor, now }: Reading, evidenceId: string): Promise<void> {
	const evidence = await findSensitiveEvidence(db, actor.projectId, evidenceId);
	if (!evidence) return;
	const record = { type: 'evidence', id: evidence.id, label: evidence.name };
	await recordAttempt(db, actor, ACT, record, now, { said: ['It is sensitive, and not for this person.'] });
}
