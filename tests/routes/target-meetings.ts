import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

interface MeetingRow {
	id: string;
	projectId: string;
	slug: string;
	code: string;
	version: number;
	country: string | null;
	chairId: string | null;
	secretaryId: string | null;
}

/** Tables whose rows hang on a meeting, and whose ids the forms of its pages carry. */
const RELATED = [
	'agenda_item',
	'meeting_invitee',
	'meeting_evidence',
	'minutes_outcome',
	'minutes_circulation',
	'minutes_objection'
];

interface Tied {
	meetingId: string;
	organisationId: string | null;
	personId: string | null;
	workPackageId: string | null;
}

const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Meetings of every project with who is invited, as they are now. */
export async function listMeetingTargets(db: Db): Promise<Target[]> {
	const { rows: meetings } = await sql<MeetingRow>`
		select meeting.id, meeting.project_id, project.slug, meeting.slug as code, meeting.version, meeting.country,
			chair_id, secretary_id
		from meeting join project on project.id = meeting.project_id
		order by project.slug, meeting.slug`.execute(db);
	const { rows: tied } = await sql<Tied>`
		select meeting_id, organisation_id, person_id, null as work_package_id from meeting_invitee
			where removed_at is null
		union all
		select meeting_id, null, null, work_package_id from meeting_work_package`.execute(db);
	const related = new Map<string, Record<string, string>>();
	for (const table of RELATED) {
		const { rows } = await sql<{ meetingId: string; id: string }>`
			select meeting_id, max(id) as id from ${sql.table(table)}
			where meeting_id is not null group by meeting_id`.execute(db);
		for (const { meetingId, id } of rows) related.set(meetingId, { ...related.get(meetingId), [table]: id });
	}
	const { rows: links } = await sql<{ meetingId: string; id: string }>`
		select meeting_id, max(agenda_link.id) as id from agenda_link
		join agenda_item on agenda_item.id = agenda_link.agenda_item_id
		where meeting_id is not null group by meeting_id`.execute(db);
	for (const { meetingId, id } of links)
		related.set(meetingId, { ...related.get(meetingId), agenda_link: id });
	const records = await recordsOf(db);

	return meetings.map(({ id, projectId, slug, code, version, country, chairId, secretaryId }) => {
		const own = tied.filter(({ meetingId }) => meetingId === id);
		return {
			...NO_FACTS,
			kind: 'meeting',
			slug,
			id,
			code,
			version,
			organisationIds: known(own.map((one) => one.organisationId)),
			countries: known([country]),
			workPackageIds: known(own.map((one) => one.workPackageId)),
			assignedPersonIds: known([chairId, secretaryId, ...own.map((one) => one.personId)]),
			related: { ...records.get(projectId), ...related.get(id) }
		};
	});
}
