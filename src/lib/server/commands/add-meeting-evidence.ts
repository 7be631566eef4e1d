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
import type { EvidenceOf } from './evidence-of.ts';
import { lockMeeting } from './lock-meeting.ts';
import { auditedEvidence, takeEvidence } from './take-evidence.ts';
import { takePoint } from './take-open-meeting.ts';

interface Input {
	meetingId: string;
	/** The point that it belongs to; null: to the whole meeting. */
	pointId: string | null;
	purpose: MeetingEvidence['purpose'];
	/** Those who prepare the meeting, or, for papers, somebody invited who brings one. */
	permission: Extract<Permission, 'meeting:edit' | 'meeting:attendance' | 'agenda:propose'>;
}

/** Ties evidence to a meeting: files and an address that come into being with it, or what the project has already. */
export function addMeetingEvidence(
	db: Db,
	actor: Actor,
	input: Input,
	evidenceOf: EvidenceOf,
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

		const ids = await evidenceOf(db);
		const used = await db
			.selectFrom('meetingEvidence')
			.select(['evidenceId', 'agendaItemId'])
			.where('meetingId', '=', meeting.id)
			.where('removedAt', 'is', null)
			.execute();
		const isThere = (id: string) =>
			used.some((use) => use.evidenceId === id && use.agendaItemId === (point?.id ?? null));
		const evidence = await takeEvidence(db, actor.projectId, ids, isThere);
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
			linked: auditedEvidence(evidence)
		});
	});
}
