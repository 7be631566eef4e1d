import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { settleBlocks } from '#lib/domain/meetings/minutes-objections.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnswerObjection } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfObjectionAnswer } from '#lib/server/mail/tell-of-answer.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { objectionOf, takeMinutes } from './take-minutes.ts';

/** Chair, secretary or convener answer; a later answer takes the place of the one before, which the trail keeps. */
export function answerObjection(
	db: Db,
	actor: Actor,
	input: AnswerObjection & { slug: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		assertCan(actor, 'minutes:write', found.subjects.take);
		const objection = objectionOf(found, input.objectionId);
		assertNone(settleBlocks(found.minutes, objection));
		const { answer } = input;
		const { personId: to } = await db
			.updateTable('minutesObjection')
			.set({ answer, answeredBy: actor.personId, answeredAt: now.toISOString() })
			.where('id', '=', objection.id)
			.returning('personId')
			.executeTakeFirstOrThrow();
		const details = { organisation: objection.organisation, answer };
		await recordAudit(db, actor, 'minutes:answer-objection', auditedMeeting(found.meeting), now, details);
		await tellOfObjectionAnswer(db, actor, found.meeting, { to, answer }, now);
	});
}
