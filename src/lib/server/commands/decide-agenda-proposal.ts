import type { Db } from '#db/schema.ts';
import { lastPosition, proposalBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DecideProposal } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfDecidedPoint } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listPoints, takeOpenMeeting, takePoint } from './take-open-meeting.ts';

/** Accepts a proposal onto the agenda, or declines it with a reason for whoever made it. */
export function decideAgendaProposal(
	db: Db,
	actor: Actor,
	input: DecideProposal & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		assertNone(proposalBlocks(point));
		const { verdict, note } = input;
		await db
			.updateTable('agendaItem')
			.set({
				state: verdict === 'accept' ? 'planned' : 'declined',
				position: lastPosition(await listPoints(db, meeting.id)),
				decidedBy: actor.personId,
				decidedAt: now.toISOString(),
				decisionNote: note,
				version: point.version + 1
			})
			.where('id', '=', point.id)
			.execute();
		const details = { title: point.title, note };
		await recordAudit(db, actor, `agenda:${verdict}`, auditedMeeting(meeting), now, details);
		await tellOfDecidedPoint(db, actor, meeting, point, { isAccepted: verdict === 'accept', note }, now);
	});
}
