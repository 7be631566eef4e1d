import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { isOrganisationRow, stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type {
	InviteAll,
	InviteGuest,
	InviteOrganisation,
	InvitePersonToMeeting
} from '#lib/schemas/meetings/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting, type MeetingFound } from '#lib/server/queries/find-meeting-facts.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { insertInvitees } from './insert-invitees.ts';
import { tellOfMeeting } from './tell-of-meeting.ts';
import { takeMeeting } from './take-meeting.ts';

/** Invites every organisation of the consortium that is not invited as such yet; returns how many. */
export function inviteAll(db: Db, actor: Actor, input: InviteAll, now: Date): Promise<{ count: number }> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitable(db, actor, input.meetingId);
		const invited = invitedOrganisations(found);
		const organisations = await db
			.selectFrom('organisation')
			.select(['id', 'acronym'])
			.where('projectId', '=', actor.projectId)
			.where('role', '!=', 'external')
			.orderBy('position')
			.orderBy('code')
			.execute();
		const missing = organisations.filter((one) => !invited.has(one.id));
		assertNone(missing.length === 0 ? [{ code: 'nobody-left-to-invite' }] : []);
		await insert(
			db,
			actor,
			found,
			missing.map((one) => ({ organisationId: one.id })),
			now
		);
		const details = { invited: missing.map((one) => one.acronym) };
		await recordAudit(db, actor, 'meeting:invite', auditedMeeting(found.meeting), now, details);
		return { count: missing.length };
	});
}

export function inviteOrganisation(
	db: Db,
	actor: Actor,
	input: InviteOrganisation,
	now: Date
): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitable(db, actor, input.meetingId);
		const organisation = await db
			.selectFrom('organisation')
			.select(['id', 'acronym'])
			.where('projectId', '=', actor.projectId)
			.where('id', '=', input.organisationId)
			.executeTakeFirst();
		if (!organisation) throw new NotFound();
		const name = organisation.acronym;
		const isInvited = invitedOrganisations(found).has(organisation.id);
		assertNone(isInvited ? [{ code: 'already-invited', name }] : []);
		return invite(db, actor, found, { name, invited: { organisationId: organisation.id } }, now);
	});
}

/** One of the people of the consortium, for the organisation that they work for now. */
export function invitePersonToMeeting(
	db: Db,
	actor: Actor,
	input: InvitePersonToMeeting,
	now: Date
): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitable(db, actor, input.meetingId);
		const member = await findMember(db, actor.projectId, input.personId);
		if (!member) throw new NotFound();
		const name = `${member.name} (${member.organisation})`;
		const isInvited = found.invitees.some((one) => one.personId === member.personId);
		assertNone(isInvited ? [{ code: 'already-invited', name }] : []);
		const { organisationId, personId } = member;
		return invite(db, actor, found, { name, invited: { organisationId, personId } }, now);
	});
}

export function inviteGuest(
	db: Db,
	actor: Actor,
	{ meetingId, guestName, guestOrganisation }: InviteGuest,
	now: Date
): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const found = await takeInvitable(db, actor, meetingId);
		const name = [guestName, guestOrganisation].filter((part) => part !== '').join(', ');
		const isInvited = found.invitees.some(
			(one) => one.guestName === guestName && one.guestOrganisation === guestOrganisation
		);
		assertNone(isInvited ? [{ code: 'already-invited', name }] : []);
		return invite(db, actor, found, { name, invited: { guestName, guestOrganisation } }, now);
	});
}

async function takeInvitable(db: Db, actor: Actor, meetingId: string): Promise<MeetingFound> {
	const found = await takeMeeting(db, actor.projectId, meetingId);
	assertCan(actor, 'meeting:edit', found.subject);
	assertNone(stepBlocks('invite', found.meeting.state));
	return found;
}

function invitedOrganisations({ invitees }: MeetingFound): Set<string | null> {
	return new Set(invitees.filter(isOrganisationRow).map((one) => one.organisationId));
}

async function invite(
	db: Db,
	actor: Actor,
	found: MeetingFound,
	{ name, invited }: { name: string; invited: Invited },
	now: Date
): Promise<{ name: string }> {
	await insert(db, actor, found, [invited], now);
	await recordAudit(db, actor, 'meeting:invite', auditedMeeting(found.meeting), now, { invited: [name] });
	return { name };
}

type Invited = Parameters<typeof insertInvitees>[3][number];

/** Once the invitations went out, whoever is added gets theirs at once. */
async function insert(
	db: Db,
	actor: Actor,
	{ meeting }: MeetingFound,
	invited: readonly Invited[],
	now: Date
): Promise<void> {
	await insertInvitees(db, actor, meeting.id, invited, now);
	if (meeting.state === 'invited' || meeting.state === 'running')
		await tellOfMeeting(db, actor, meeting, invited, 'invited', now);
}
