import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';
import { insertAgenda, minutesOf } from './insert-agenda.ts';

type MeetingRecord = ProjectFile['meetings'][number];

/** Meetings with their days, who was there, and what is known of their agenda and outcomes. */
export async function insertMeetings(
	db: Db,
	context: ImportContext,
	records: readonly MeetingRecord[]
): Promise<void> {
	const series = await insertSeries(db, context, records);
	for (const one of records) {
		const meetingId = newId();
		await db
			.insertInto('meeting')
			.values({
				id: meetingId,
				projectId: context.projectId,
				slug: one.slug,
				seriesId: one.series === null ? null : idOf(series, one.series),
				kind: one.kind,
				title: one.title,
				mode: one.mode,
				place: one.place,
				link: one.link,
				country: null,
				hostOrganisationId: idOrNull(context.organisations, one.host),
				timeZone: one.time_zone,
				chairId: null,
				secretaryId: null,
				level: one.level,
				state: one.held ? 'held' : 'planned',
				minutesState: 'draft',
				cancelledReason: null,
				summary: one.summary,
				sequence: 0,
				origin: one.origin,
				search: searchText(one.title, one.place),
				createdBy: null,
				createdAt: context.at,
				changedAt: context.at
			})
			.execute();
		cite(context, 'meeting', meetingId, one);
		await insertDays(db, context, meetingId, one);
		await insertAttendance(db, context, meetingId, one);
		await insertAgenda(db, context, meetingId, one);
	}
}

/** The series that the meetings name, each once. */
async function insertSeries(
	db: Db,
	context: ImportContext,
	records: readonly MeetingRecord[]
): Promise<Map<string, string>> {
	const { projectId } = context;
	const stored = await db
		.selectFrom('meetingSeries')
		.select(['id', 'title'])
		.where('projectId', '=', projectId)
		.execute();
	const ids = new Map(stored.map(({ id, title }) => [title, id]));
	for (const { series, origin } of records) {
		if (series === null || ids.has(series)) continue;
		const id = newId();
		ids.set(series, id);
		const code = `series-${ids.size}`;
		await db.insertInto('meetingSeries').values({ id, projectId, code, title: series, origin }).execute();
	}
	return ids;
}

async function insertDays(
	db: Db,
	context: ImportContext,
	meetingId: string,
	one: MeetingRecord
): Promise<void> {
	const days = one.days.map(({ day, starts_at: startsAt, ends_at: endsAt }) => ({
		meetingId,
		day,
		startsAt: minutesOf(startsAt),
		endsAt: minutesOf(endsAt)
	}));
	await db.insertInto('meetingDay').values(days).execute();
	const packages = one.work_packages.map((number) => ({
		meetingId,
		workPackageId: idOf(context.workPackages, number)
	}));
	if (packages.length > 0) await db.insertInto('meetingWorkPackage').values(packages).execute();
}

async function insertAttendance(
	db: Db,
	context: ImportContext,
	meetingId: string,
	one: MeetingRecord
): Promise<void> {
	const { projectId, at } = context;
	const attendance = one.held ? ('in-person' as const) : null;
	const common = {
		projectId,
		meetingId,
		personId: null,
		attendance,
		attendanceAt: one.held ? at : null,
		invitedAt: at,
		origin: one.origin
	};
	const members = one.attended.map((code) => ({
		...common,
		id: newId(),
		organisationId: idOf(context.organisations, code),
		guestName: '',
		guestOrganisation: ''
	}));
	const guests = one.guests.map((guest) => ({
		...common,
		id: newId(),
		organisationId: null,
		guestName: guest.name,
		guestOrganisation: guest.organisation
	}));
	const rows = [...members, ...guests];
	if (rows.length > 0) await db.insertInto('meetingInvitee').values(rows).execute();
}
