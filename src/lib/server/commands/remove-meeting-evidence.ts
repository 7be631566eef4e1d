import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { meetingPaperBlocks } from '#lib/domain/meetings/papers.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting, findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';

interface Input {
	meetingId: string;
	useId: string;
}

/** Takes a paper from its meeting; the evidence itself stays on record. */
export function removeMeetingEvidence(db: Db, actor: Actor, input: Input, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await findMeetingFacts(db, actor.projectId, { id: input.meetingId });
		if (!found) throw new NotFound();
		const { meeting } = found;
		assertCan(actor, 'meeting:edit', found.subject);
		assertNone(meetingPaperBlocks(meeting));
		const use = await db
			.selectFrom('meetingEvidence')
			.innerJoin('evidence', 'evidence.id', 'meetingEvidence.evidenceId')
			.select(['meetingEvidence.id', 'evidence.name'])
			.where('meetingEvidence.id', '=', input.useId)
			.where('meetingEvidence.meetingId', '=', meeting.id)
			.where('meetingEvidence.removedAt', 'is', null)
			.executeTakeFirst();
		if (!use) throw new NotFound();
		await db
			.updateTable('meetingEvidence')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', use.id)
			.execute();
		await recordAudit(db, actor, 'meeting:paper', auditedMeeting(meeting), now, { unlinked: use.name });
	});
}
