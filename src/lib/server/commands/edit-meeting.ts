import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { meetingOpenBlocks, movedDays } from '#lib/domain/meetings/meeting-edits.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditMeeting } from '#lib/schemas/meetings/meetings.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting, findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';
import { listMeetingDays } from '#lib/server/queries/list-meeting-days.ts';
import { changeMeeting } from './change-meeting.ts';
import { lockMeeting } from './lock-meeting.ts';
import { lockProject } from './lock-project.ts';
import { tellOfMeeting } from './tell-of-meeting.ts';
import { keepRemovedDays, replaceParts, resolveParts } from './meeting-parts.ts';
import { tellOfWriting } from './tell-of-minutes.ts';

/** What stands in calendars: a change of it counts the sequence on. */
const CALENDAR = ['title', 'place', 'link', 'mode', 'timeZone'] as const;

/** Changes the head of a meeting. Points of the agenda on a day that moved move with it. */
export function editMeeting(
	db: Db,
	actor: Actor,
	input: EditMeeting & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockMeeting(db, actor.projectId, input.meetingId);
		await lockProject(db, actor.projectId);
		const found = await findMeetingFacts(db, actor.projectId, { id: input.meetingId });
		if (!found) throw new NotFound();
		const { meeting, facts } = found;
		assertCan(actor, 'meeting:edit', found.subject);
		const { version, days, workPackageIds, meetingId: _, newSeries: _new, ...head } = input;
		const { country, chairId, secretaryId } = head;
		const after = { ...facts, country, chairId, secretaryId, workPackageIds };
		assertCan(actor, 'meeting:edit', meetingSubject(after));
		if (meeting.version !== version) throw new Conflict({ title: meeting.title, place: meeting.place });
		assertNone(meetingOpenBlocks(meeting));
		const parts = await resolveParts(db, actor, input);

		const before = await listMeetingDays(db, meeting.id);
		const set = { ...head, ...parts, search: searchText(head.title, head.place, meeting.slug) };
		const forCalendars =
			CALENDAR.some((part) => set[part] !== meeting[part]) || JSON.stringify(before) !== JSON.stringify(days);
		await changeMeeting(db, meeting, set, now, forCalendars);
		await replaceParts(db, meeting.id, input);
		await keepRemovedDays(db, meeting.id, before, days);
		const moved = movedDays(
			before.map(({ day }) => day),
			days.map(({ day }) => day)
		);
		const points = await db
			.selectFrom('agendaItem')
			.select(['id', 'day'])
			.where('meetingId', '=', meeting.id)
			.execute();
		for (const [from, to] of moved) {
			const ids = points.filter(({ day }) => day === from).map(({ id }) => id);
			if (ids.length > 0)
				await db.updateTable('agendaItem').set({ day: to }).where('id', 'in', ids).execute();
		}
		if (forCalendars && meeting.state === 'invited')
			await tellOfMeeting(db, actor, { ...meeting, title: head.title }, found.invitees, 'changed', now);
		const isWritten = meeting.state === 'held' && meeting.minutesState === 'draft';
		const writer = secretaryId ?? chairId;
		if (isWritten && writer !== (meeting.secretaryId ?? meeting.chairId))
			await tellOfWriting(db, actor, meeting, { chairId, secretaryId }, '', now);
		await recordAudit(db, actor, 'meeting:edit', auditedMeeting(meeting), now, {
			from: { title: meeting.title, place: meeting.place, days: before.map(({ day }) => day) },
			to: { title: head.title, place: head.place, days: days.map(({ day }) => day) }
		});
	});
}
