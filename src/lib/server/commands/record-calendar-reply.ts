import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { readCalendarReply } from '#lib/domain/meetings/calendar-reply.ts';
import { inviteeOf, replyBlocks, stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { takeMeeting } from './take-meeting.ts';
import { saveAnswer } from './save-answer.ts';

/**
 * What somebody's calendar answered by mail to whoever invites, who brings it here. The answer is theirs, with the time
 * at which they gave it; who brought it stands beside it and in the audit trail.
 */
export function recordCalendarReply(
	db: Db,
	actor: Actor,
	{ meetingId, text }: { meetingId: string; text: string },
	now: Date
): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const found = await takeMeeting(db, actor.projectId, meetingId);
		const { meeting, invitees } = found;
		assertCan(actor, 'meeting:edit', found.subject);
		const reply = readCalendarReply(text);
		if ('fault' in reply) throw new Refusal([{ code: 'calendar-reply-unreadable', fault: reply.fault }]);
		assertNone([...stepBlocks('answer', meeting.state), ...replyBlocks(meeting, reply)]);

		const { address, answer } = reply;
		const person = await findMemberByAddress(db, actor.projectId, address);
		const invitee = person && inviteeOf(invitees, person);
		if (!invitee) throw new Refusal([{ code: 'calendar-reply-uninvited', address }]);
		const at = reply.sentAt < now.toISOString() ? reply.sentAt : now.toISOString();
		assertNone(
			invitee.answeredAt !== null && at <= invitee.answeredAt
				? [{ code: 'calendar-reply-older', name: person.name, answeredAt: invitee.answeredAt }]
				: []
		);
		const source = { source: 'calendar-reply', from: person.name, sentAt: reply.sentAt };
		return saveAnswer(db, actor, { meeting, invitee }, { answer, at: new Date(at), source }, now);
	});
}

function findMemberByAddress(db: Db, projectId: string, address: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['person.id as personId', 'person.name', 'membership.organisationId'])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.email', '=', address)
		.executeTakeFirst();
}
