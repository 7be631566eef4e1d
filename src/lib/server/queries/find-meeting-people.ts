import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { inviteeSubject, isOpenFor, isOrganisationRow } from '#lib/domain/meetings/invitations.ts';
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
		invitees.flatMap((one) => [one.personId, one.answeredBy, one.attendanceBy])
	);
	const acronyms = new Map(organisations.map((one, index) => [one.id, { acronym: one.acronym, index }]));
	return invitees
		.map((one) => {
			const organisation = acronyms.get(one.organisationId ?? '');
			const person = one.personId === null ? null : (names.get(one.personId) ?? '');
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
				answeredBy: names.get(one.answeredBy ?? '') ?? null,
				answeredAt: one.answeredAt,
				attendance: one.attendance,
				representedById: one.representedById,
				representedBy: acronyms.get(one.representedById ?? '')?.acronym ?? null,
				attendanceBy: names.get(one.attendanceBy ?? '') ?? null,
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

async function listNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
	const known = [...new Set(ids.filter((id) => id !== null))];
	const people = await db
		.selectFrom('person')
		.select(['id', 'name'])
		.where('id', 'in', known.length > 0 ? known : [''])
		.orderBy('id')
		.execute();
	return new Map(people.map(({ id, name }) => [id, name]));
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
