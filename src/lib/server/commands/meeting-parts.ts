import type { Db } from '#db/schema.ts';
import { meetingBlocks, slugOf } from '#lib/domain/meetings/meeting-edits.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PlanMeeting } from '#lib/schemas/meetings/meetings.ts';
import { newId } from '#lib/server/ids.ts';

/** The parts of a meeting that name other records of the project; what is not of it is not found. */
export async function resolveParts(db: Db, actor: Actor, input: PlanMeeting) {
	const { projectId } = actor;
	const hosts = await db
		.selectFrom('organisation')
		.select(['id', 'timeZone', 'country'])
		.where('projectId', '=', projectId)
		.orderBy('id')
		.execute();
	const host = hosts.find(({ id }) => id === input.hostOrganisationId);
	if (input.hostOrganisationId !== null && !host) throw new NotFound();
	if (input.country !== null && !hosts.some(({ country }) => country === input.country)) throw new NotFound();
	await assertMembers(db, projectId, [input.chairId, input.secretaryId]);
	await assertPackages(db, projectId, input.workPackageIds);
	const zone =
		input.timeZone === '' ? (host?.timeZone ?? (await projectZone(db, projectId))) : input.timeZone;
	assertNone(meetingBlocks({ ...input, timeZone: zone }));
	return { timeZone: zone, seriesId: await resolveSeries(db, projectId, input) };
}

/** Everybody named is a member of the project now. */
export async function assertMembers(
	db: Db,
	projectId: string,
	ids: readonly (string | null)[]
): Promise<void> {
	const named = [...new Set(ids.filter((id) => id !== null))];
	if (named.length === 0) return;
	const members = await db
		.selectFrom('membership')
		.select('personId')
		.distinct()
		.where('projectId', '=', projectId)
		.where('personId', 'in', named)
		.where('toOn', 'is', null)
		.execute();
	if (members.length < named.length) throw new NotFound();
}

async function assertPackages(db: Db, projectId: string, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const found = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('id', 'in', [...ids])
		.execute();
	if (found.length < new Set(ids).size) throw new NotFound();
}

async function resolveSeries(db: Db, projectId: string, input: PlanMeeting): Promise<string | null> {
	const { seriesId, newSeries: title } = input;
	const all = await db
		.selectFrom('meetingSeries')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('code')
		.execute();
	if (title === '') {
		if (seriesId !== null && !all.some(({ id }) => id === seriesId)) throw new NotFound();
		return seriesId;
	}
	const code = slugOf(title) || `series-${all.length + 1}`;
	const same = all.find((one) => one.code === code);
	if (same) throw new Refusal([{ code: 'meeting-series-exists', title: same.title }]);
	const id = newId();
	await db.insertInto('meetingSeries').values({ id, projectId, code, title, origin: 'entered' }).execute();
	return id;
}

async function projectZone(db: Db, projectId: string): Promise<string> {
	const project = await db
		.selectFrom('project')
		.select('timeZone')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	return project.timeZone;
}

/** Keeps the days that fall away, under the numbers that calendars know them by. */
export async function keepRemovedDays(
	db: Db,
	meetingId: string,
	before: PlanMeeting['days'],
	after: PlanMeeting['days']
): Promise<void> {
	const longest = Math.max(before.length, after.length);
	await db
		.deleteFrom('meetingDayRemoved')
		.where('meetingId', '=', meetingId)
		.where('number', '<=', longest)
		.execute();
	const gone = before.slice(after.length);
	if (gone.length > 0)
		await db
			.insertInto('meetingDayRemoved')
			.values(gone.map((day, index) => ({ meetingId, number: after.length + index + 1, ...day })))
			.execute();
}

/** Days and linked work packages of a meeting, instead of those it had. */
export async function replaceParts(
	db: Db,
	meetingId: string,
	{ days, workPackageIds }: Pick<PlanMeeting, 'days' | 'workPackageIds'>
): Promise<void> {
	await db.deleteFrom('meetingDay').where('meetingId', '=', meetingId).execute();
	if (days.length > 0)
		await db
			.insertInto('meetingDay')
			.values(days.map((day) => ({ meetingId, ...day })))
			.execute();
	await db.deleteFrom('meetingWorkPackage').where('meetingId', '=', meetingId).execute();
	if (workPackageIds.length > 0)
		await db
			.insertInto('meetingWorkPackage')
			.values([...new Set(workPackageIds)].map((workPackageId) => ({ meetingId, workPackageId })))
			.execute();
}
