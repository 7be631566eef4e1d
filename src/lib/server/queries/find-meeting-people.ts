import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import {
	inviteeSubject,
	isOpenFor,
	isOrganisationRow,
	type InvitedOne
} from '#lib/domain/meetings/invitations.ts';
import { meetingPaperBlocks } from '#lib/domain/meetings/papers.ts';
import { quorumOf } from '#lib/domain/meetings/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingConsortium, type MeetingConsortium } from './find-meeting-consortium.ts';
import { findMeetingFacts, type MeetingFound } from './find-meeting-facts.ts';
import { listMeetingDays } from './list-meeting-days.ts';
import { listPapers } from './list-papers.ts';

const { compare: compareText } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Who is asked to a meeting, what they answered, who came. Eight queries. */
export async function findMeetingPeople(db: Db, actor: Actor, slug: string) {
	const found = await findMeetingFacts(db, actor.projectId, { slug });
	if (!found || !can(actor, 'meeting:read', found.subject).ok) return undefined;
	const { meeting, subject } = found;
	const { organisations, quorumPercent } = await findMeetingConsortium(db, actor.projectId);
	const invitees = await listInvitees(db, actor, found, organisations);
	const maySeePeople = mayEver(actor, 'person:read');
	const mayInvite = can(actor, 'meeting:edit', subject).ok && isOpenFor('invite', meeting.state);
	const invited = new Set(found.invitees.filter(isOrganisationRow).map((one) => one.organisationId));
	const { id, title, kind, state, mode, place, level, origin, timeZone } = meeting;
	return {
		meeting: { id, slug, title, kind, state, mode, place, level, origin, timeZone },
		sheets: (await listPapers(db, actor, found)).filter(({ purpose }) => purpose === 'sign-in-sheet'),
		mayEdit: can(actor, 'meeting:edit', subject).ok && meetingPaperBlocks(meeting).length === 0,
		maySign: can(actor, 'meeting:attendance', subject).ok && meetingPaperBlocks(meeting).length === 0,
		days: await listMeetingDays(db, meeting.id),
		organisations: organisations.map((one) => ({ ...one, isInvited: isInvited(found, one.id) })),
		invitees: maySeePeople ? invitees : invitees.filter((one) => one.isOrganisation || one.isOwn),
		/** Rows that this person does not see: people and guests are not for observers. */
		hidden: maySeePeople ? 0 : invitees.filter((one) => !one.isOrganisation && !one.isOwn).length,
		quorum: quorumOf(organisations, found.invitees, quorumPercent),
		quorumPercent,
		mayInvite,
		mayRecord: can(actor, 'meeting:attendance', subject).ok && isOpenFor('attendance', meeting.state),
		mayHaveCalendar: mayEver(actor, 'calendar:read'),
		mayPrint: can(actor, 'meeting:attendance', subject).ok,
		mayConfirm:
			isOpenFor('attendance', meeting.state) &&
			mayEver(actor, 'meeting:answer') &&
			found.invitees.some(
				(one) => one.personId === actor.personId || one.organisationId === actor.organisationId
			),
		choices: mayInvite
			? {
					organisations: organisations.filter((one) => !invited.has(one.id)),
					people: await listInvitable(db, actor, found)
				}
			: null
	};
}

type Organisations = MeetingConsortium['organisations'];

function isInvited({ invitees }: MeetingFound, organisationId: string): boolean {
	return invitees.some((one) => one.organisationId === organisationId);
}

async function listInvitees(
	db: Db,
	actor: Actor,
	{ meeting, invitees }: MeetingFound,
	organisations: Organisations
) {
	const names = await listNames(
		db,
		actor.projectId,
		invitees.flatMap((one) => [one.personId, one.answeredBy, one.attendanceBy])
	);
	const acronyms = new Map(organisations.map((one, index) => [one.id, { acronym: one.acronym, index }]));
	return invitees
		.map((one) => {
			const organisation = acronyms.get(one.organisationId ?? '');
			const person = one.personId === null ? null : (names.get(one.personId)?.name ?? '');
			const answeredBy = names.get(one.answeredBy ?? '');
			const isMine = can(actor, 'meeting:answer', inviteeSubject(one, actor)).ok;
			return {
				id: one.id,
				isOrganisation: isOrganisationRow(one),
				isGuest: one.organisationId === null,
				isOwn: one.personId === actor.personId,
				organisation: organisation?.acronym ?? one.guestOrganisation,
				name: person ?? one.guestName,
				place: organisation?.index ?? organisations.length,
				answer: one.answer,
				answeredBy: answeredBy?.name ?? null,
				/** By whoever invites: for a guest, or from the mail of a calendar. */
				isBrought: answeredBy !== undefined && isBrought(one, answeredBy),
				answeredAt: one.answeredAt,
				attendance: one.attendance,
				representedById: one.representedById,
				representedBy: acronyms.get(one.representedById ?? '')?.acronym ?? null,
				attendanceBy: names.get(one.attendanceBy ?? '')?.name ?? null,
				invitedAt: one.invitedAt,
				origin: one.origin,
				mayAnswer: isMine && isOpenFor('answer', meeting.state)
			};
		})
		.sort(
			(a, b) =>
				a.place - b.place ||
				Number(b.isOrganisation) - Number(a.isOrganisation) ||
				compareText(a.organisation, b.organisation) ||
				compareText(a.name, b.name)
		);
}

/** Of somebody who has left, nobody asks any more for whom they answered. */
function isBrought(invitee: InvitedOne, by: { id: string; organisationId: string | null }): boolean {
	if (invitee.personId !== null) return by.id !== invitee.personId;
	return by.organisationId !== null && by.organisationId !== invitee.organisationId;
}

async function listNames(db: Db, projectId: string, ids: readonly (string | null)[]) {
	const known = [...new Set(ids.filter((id) => id !== null))];
	const people = await db
		.selectFrom('person')
		.leftJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'person.id')
				.on('membership.projectId', '=', projectId)
				.on('membership.toOn', 'is', null)
		)
		.select(['person.id', 'person.name', 'membership.organisationId'])
		.where('person.id', 'in', known.length > 0 ? known : [''])
		.orderBy('person.id')
		.execute();
	return new Map(people.map((one) => [one.id, one]));
}

/** People of the consortium who are not on the list yet. */
async function listInvitable(db: Db, actor: Actor, { invitees }: MeetingFound) {
	const people = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['person.id', 'person.name', 'organisation.acronym'])
		.where('membership.projectId', '=', actor.projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.orderBy('organisation.position')
		.orderBy('person.id')
		.execute();
	const invited = new Set(invitees.map((one) => one.personId));
	return people
		.filter((one) => !invited.has(one.id))
		.sort((a, b) => compareText(a.acronym, b.acronym) || compareText(a.name, b.name));
}
