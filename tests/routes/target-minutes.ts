import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Target } from './target.ts';

interface MinutesRow {
	id: string;
	chairId: string | null;
	secretaryId: string | null;
	level: string;
	minutesState: string;
	agendaItem: string | null;
	information: string | null;
	objection: string | null;
}

interface There {
	meetingId: string;
	personId: string | null;
	organisationId: string | null;
}

const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Minutes for who reads them and objects, and for who takes and signs them, of each of these meetings. */
export async function listMinutesTargets(db: Db, meetings: readonly Target[]): Promise<Target[]> {
	const { rows } = await sql<MinutesRow>`
		select meeting.id, chair_id, secretary_id, level, minutes_state,
			(select max(id) from agenda_item where meeting_id = meeting.id and state = 'planned') as agenda_item,
			(select max(id) from minutes_outcome where meeting_id = meeting.id and kind = 'information'
				and removed_at is null) as information,
			(select max(objection.id) from minutes_objection objection
				join minutes_circulation circulation on circulation.id = objection.circulation_id
				where objection.meeting_id = meeting.id and circulation.ended_at is null) as objection
		from meeting`.execute(db);
	const { rows: there } = await sql<There>`
		select meeting_id, person_id, organisation_id from meeting_invitee
		where removed_at is null and attendance in ('in-person', 'remote')`.execute(db);
	const { rows: observers } = await sql<{ personId: string; organisationId: string }>`
		select membership.person_id, membership.organisation_id from membership
		join role_grant on role_grant.person_id = membership.person_id
		where role = 'observer' and membership.to_on is null`.execute(db);

	return meetings.flatMap((meeting) => {
		const row = rows.find(({ id }) => id === meeting.id);
		if (!row) return [];
		const own = there.filter(({ meetingId }) => meetingId === meeting.id);
		const sawIt = observers.some((observer) =>
			own.some((one) => one.personId === observer.personId || one.organisationId === observer.organisationId)
		);
		const isDone = ['approved', 'locked'].includes(row.minutesState);
		const { agendaItem, information, objection } = row;
		const found = { agenda_item: agendaItem, information, objection };
		const named = Object.entries(found).flatMap(([name, id]) => (id === null ? [] : [[name, id] as const]));
		const { agenda_item: _, ...others } = meeting.related;
		const related = { ...others, ...Object.fromEntries(named) };
		const read: Target = {
			...meeting,
			kind: 'minutes',
			related,
			assignedPersonIds: known(own.map((one) => one.personId)),
			isPublic: isDone && row.level === 'PU' && sawIt
		};
		const officers = known([row.chairId, row.secretaryId]);
		return [read, { ...read, kind: 'minutes-taking', assignedPersonIds: officers, isPublic: false }];
	});
}
