import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { inviteeSubject, stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnswerInvitation } from '#lib/schemas/meetings/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { nameInvitees } from '#lib/server/queries/name-invitees.ts';
import { takeInvitee } from './take-meeting.ts';

/** Yes, maybe or no, by the person or for one's organisation; it may change until the meeting is held. */
export function answerInvitation(db: Db, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitee(db, actor.projectId, input.inviteeId);
		assertCan(actor, 'meeting:answer', inviteeSubject(found.invitee, actor));
		await saveAnswer(db, actor, { ...found, forGuest: false }, input, now);
	});
}

/** What a guest, who has no account, told whoever convenes. */
export function answerForGuest(db: Db, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitee(db, actor.projectId, input.inviteeId);
		assertCan(actor, 'meeting:edit', found.subject);
		await saveAnswer(db, actor, { ...found, forGuest: true }, input, now);
	});
}

async function saveAnswer(
	db: Db,
	actor: Actor,
	{ meeting, invitee, forGuest }: Awaited<ReturnType<typeof takeInvitee>> & { forGuest: boolean },
	{ answer }: AnswerInvitation,
	now: Date
): Promise<void> {
	const [name = ''] = await nameInvitees(db, actor.projectId, [invitee]);
	const isGuest = invitee.organisationId === null;
	assertNone([
		...stepBlocks('answer', meeting.state),
		...(forGuest && !isGuest ? [{ code: 'answers-itself', name } as const] : [])
	]);
	await db
		.updateTable('meetingInvitee')
		.set({ answer, answeredBy: actor.personId, answeredAt: now.toISOString() })
		.where('id', '=', invitee.id)
		.execute();
	const details = { name, answer, before: invitee.answer };
	await recordAudit(db, actor, 'meeting:answer', auditedMeeting(meeting), now, details);
}
