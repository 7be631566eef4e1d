import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { inviteeSubject, stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnswerInvitation } from '#lib/schemas/meetings/people.ts';
import { nameInvitees } from '#lib/server/queries/name-invitees.ts';
import { saveAnswer } from './save-answer.ts';
import { takeInvitee } from './take-meeting.ts';

/** Yes, maybe or no, by the person or for one's organisation; it may change until the meeting is held. */
export function answerInvitation(db: Db, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitee(db, actor.projectId, input.inviteeId);
		assertCan(actor, 'meeting:answer', inviteeSubject(found.invitee, actor));
		await saveAnswer(db, actor, found, { ...input, at: now }, now);
	});
}

/** What a guest, who has no account, told whoever convenes. */
export function answerForGuest(db: Db, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitee(db, actor.projectId, input.inviteeId);
		assertCan(actor, 'meeting:edit', found.subject);
		const [name = ''] = await nameInvitees(db, actor.projectId, [found.invitee]);
		const isGuest = found.invitee.organisationId === null;
		assertNone([
			...stepBlocks('answer', found.meeting.state),
			...(isGuest ? [] : [{ code: 'answers-itself', name } as const])
		]);
		await saveAnswer(db, actor, found, { ...input, at: now }, now);
	});
}
