import type { Db } from '#db/schema.ts';
import { removalBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { hasMinutes } from '#lib/server/queries/has-minutes.ts';
import { takeOpenMeeting, takePoint } from './take-open-meeting.ts';

interface Input {
	meetingId: string;
	pointId: string;
}

/** Puts a point into the backlog of the meeting's series, or of the project, for a later meeting. */
export function parkAgendaItem(db: Db, actor: Actor, input: Input, now: Date): Promise<void> {
	const waiting = { meetingId: null, day: null, startsAt: null, track: '', state: 'planned' } as const;
	return takeOff(db, actor, input, waiting, 'agenda:park', now);
}

/** Drops a point; it stays on record with its meeting. */
export function dropAgendaItem(db: Db, actor: Actor, input: Input, now: Date): Promise<void> {
	return takeOff(db, actor, input, { state: 'dropped' }, 'agenda:drop', now);
}

type Change = { meetingId?: null; day?: null; startsAt?: null; track?: ''; state: 'planned' | 'dropped' };

function takeOff(db: Db, actor: Actor, input: Input, change: Change, act: string, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		assertNone(removalBlocks({ ...point, hasMinutes: await hasMinutes(db, point.id) }));
		await db
			.updateTable('agendaItem')
			.set({
				...change,
				seriesId: meeting.seriesId,
				decidedBy: actor.personId,
				decidedAt: now.toISOString(),
				version: point.version + 1
			})
			.where('id', '=', point.id)
			.execute();
		await recordAudit(db, actor, act, auditedMeeting(meeting), now, { title: point.title });
	});
}
