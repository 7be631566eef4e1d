import type { Db } from '#db/schema.ts';
import type { MeetingEvidence } from '#db/schema/meetings.ts';
import { assertCan } from '#lib/domain/can.ts';
import { meetingPaperBlocks } from '#lib/domain/meetings/papers.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedMeeting, findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';
import { lockMeeting } from './lock-meeting.ts';
import { takePoint } from './take-open-meeting.ts';

interface Input {
	meetingId: string;
	/** The point that it belongs to; null: to the whole meeting. */
	pointId: string | null;
	purpose: MeetingEvidence['purpose'];
	/** Those who prepare the meeting, or, for papers, somebody invited who brings one. */
	permission: Extract<Permission, 'meeting:edit' | 'meeting:attendance' | 'agenda:propose'>;
}

/** Ties evidence that comes into being in the same transaction to a meeting: files, an address. */
export function addMeetingEvidence(
	db: Db,
	actor: Actor,
	input: Input,
	evidenceOf: (db: Db) => Promise<readonly string[]>,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockMeeting(db, actor.projectId, input.meetingId);
		const found = await findMeetingFacts(db, actor.projectId, { id: input.meetingId });
		if (!found) throw new NotFound();
		const { meeting } = found;
		assertCan(actor, input.permission, found.subject);
		const point = input.pointId === null ? null : await takePoint(db, meeting, input.pointId);
		assertNone(meetingPaperBlocks(meeting));

		const evidence = await listNew(db, actor.projectId, await evidenceOf(db));
		const used = await db
			.selectFrom('meetingEvidence')
			.select(['evidenceId', 'agendaItemId'])
			.where('meetingId', '=', meeting.id)
			.where('removedAt', 'is', null)
			.execute();
		const isThere = (id: string) =>
			used.some((use) => use.evidenceId === id && use.agendaItemId === (point?.id ?? null));
		assertNone([
			...evidence
				.filter(({ withdrawnAt }) => withdrawnAt !== null)
				.map(({ name }) => ({ code: 'evidence-withdrawn', name }) as const),
			...evidence
				.filter(({ id }) => isThere(id))
				.map(({ name }) => ({ code: 'meeting-paper-there', name }) as const)
		]);
		await db
			.insertInto('meetingEvidence')
			.values(
				evidence.map(({ id }) => ({
					id: newId(),
					projectId: actor.projectId,
					meetingId: meeting.id,
					agendaItemId: point?.id ?? null,
					evidenceId: id,
					purpose: input.purpose,
					usedBy: actor.personId,
					organisationId: actor.organisationId,
					usedAt: now.toISOString(),
					removedAt: null
				}))
			)
			.execute();
		await recordAudit(db, actor, 'meeting:paper', auditedMeeting(meeting), now, {
			purpose: input.purpose,
			...(point ? { title: point.title } : {}),
			linked: evidence.map(({ name, sha256, url }) => ({ name, sha256, url }))
		});
	});
}

async function listNew(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('evidence')
		.select(['id', 'name', 'sha256', 'url', 'withdrawnAt'])
		.where('projectId', '=', projectId)
		.where('id', 'in', [...ids])
		.orderBy('id')
		.execute();
	if (rows.length === 0) throw new NotFound();
	return rows;
}
