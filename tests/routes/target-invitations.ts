import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

interface InvitationRow {
	id: string;
	meetingId: string;
	slug: string;
	code: string;
	organisationId: string | null;
	personId: string | null;
}

/** Who answers an invitation: the person, or of an organisation's row everybody who works there. */
export async function listInvitationTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<InvitationRow>`
		select meeting_invitee.id, meeting.id as meeting_id, project.slug, meeting.slug as code,
			organisation_id, person_id
		from meeting_invitee
		join meeting on meeting.id = meeting_invitee.meeting_id
		join project on project.id = meeting.project_id
		where removed_at is null
		order by project.slug, meeting_invitee.id`.execute(db);
	const { rows: members } = await sql<{ organisationId: string; personId: string }>`
		select organisation_id, person_id from membership where to_on is null order by person_id`.execute(db);
	const peopleOf = ({ organisationId, personId }: InvitationRow) =>
		personId === null
			? members.filter((one) => one.organisationId === organisationId).map((one) => one.personId)
			: [personId];
	const base = { ...NO_FACTS, version: 1, related: {} };

	const invitations = rows.map((row): Target => ({
		...base,
		kind: 'invitation',
		slug: row.slug,
		id: row.id,
		code: row.code,
		assignedPersonIds: peopleOf(row)
	}));
	// Whoever was invited, or works for whom was, says that they were there.
	const presences = [...Map.groupBy(rows, (row) => row.meetingId).entries()].flatMap(([id, own]): Target[] =>
		own.slice(0, 1).map(({ slug, code }) => ({
			...base,
			kind: 'presence',
			slug,
			id,
			code,
			assignedPersonIds: own.flatMap((row) => [...peopleOf(row), ...peopleOf({ ...row, personId: null })])
		}))
	);
	return [...invitations, ...presences];
}
