import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import {
	countAnswers,
	inviteeSubject,
	isOpenFor,
	isOrganisationRow
} from '#lib/domain/meetings/invitations.ts';
import { quorumOf } from '#lib/domain/meetings/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingConsortium, type MeetingConsortium } from './find-meeting-consortium.ts';
import type { MeetingFound } from './find-meeting-facts.ts';

/** Who comes or was there, in numbers, with what this actor may answer and the places of all. One query. */
export async function findMeetingStanding(db: Db, actor: Actor, { meeting, invitees }: MeetingFound) {
	const { organisations, quorumPercent } = await findMeetingConsortium(db, actor.projectId);
	const own = invitees.filter(
		(one) => isOpenFor('answer', meeting.state) && can(actor, 'meeting:answer', inviteeSubject(one, actor)).ok
	);
	return {
		quorum: quorumOf(organisations, invitees, quorumPercent),
		quorumPercent,
		/** Something is recorded, so that a quorum means something. */
		isCounted: invitees.some((one) => one.attendance !== null),
		answers: countAnswers(invitees),
		invited: invitees.length,
		places: placesOf(organisations, invitees),
		own: own.map((one) => ({
			id: one.id,
			isOwn: !isOrganisationRow(one),
			organisation: actor.organisationAcronym,
			answer: one.answer
		}))
	};
}

/** The clocks of the consortium, with who of it is invited. One query. */
export async function listPlaces(db: Db, { meeting, invitees }: MeetingFound) {
	const { organisations } = await findMeetingConsortium(db, meeting.projectId);
	return placesOf(organisations, invitees);
}

function placesOf(organisations: MeetingConsortium['organisations'], invitees: MeetingFound['invitees']) {
	return organisations.map(({ id, acronym, city, timeZone }) => ({
		acronym,
		city,
		timeZone,
		isInvited: invitees.some((one) => one.organisationId === id)
	}));
}
