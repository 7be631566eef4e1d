import type { Db } from '#db/schema.ts';
import { lastPosition, slotBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AddPoint } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfProposedPoint } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listMeetingDays } from '#lib/server/queries/list-meeting-days.ts';
import { insertAgendaItem } from './insert-agenda-item.ts';
import { assertMembers } from './meeting-parts.ts';
import { listPoints, takeOpenMeeting } from './take-open-meeting.ts';

type Input = AddPoint & { meetingId: string; origin?: Origin };

/** A point at the end of the day it is for. */
export function addAgendaItem(db: Db, actor: Actor, input: Input, now: Date): Promise<{ id: string }> {
	return add(db, actor, input, 'planned', now);
}

/** The same as a proposal of somebody invited, for those who prepare the meeting to decide on. */
export function proposeAgendaItem(db: Db, actor: Actor, input: Input, now: Date): Promise<{ id: string }> {
	return add(db, actor, input, 'proposed', now);
}

function add(db: Db, actor: Actor, given: Input, state: 'planned' | 'proposed', now: Date) {
	const { meetingId, ...input } = given;
	const act = state === 'planned' ? 'agenda:add' : 'agenda:propose';
	const permission = state === 'planned' ? 'meeting:edit' : 'agenda:propose';
	return db.transaction().execute(async (db) => {
		const { meeting, subject } = await takeOpenMeeting(db, actor, meetingId, permission);
		await assertMembers(db, actor.projectId, [input.presenterId]);
		const days = await listMeetingDays(db, meeting.id);
		const day = input.day ?? days[0]?.day ?? null;
		assertNone(slotBlocks(days, { day, startsAt: input.startsAt }));
		const position = lastPosition(await listPoints(db, meeting.id));

		const place = { meetingId, seriesId: meeting.seriesId, day, position, state };
		const id = await insertAgendaItem(db, actor, { ...input, ...place }, now.toISOString());
		await recordAudit(db, actor, act, auditedMeeting(meeting), now, { title: input.title, day });
		if (state === 'proposed') await tellOfProposedPoint(db, actor, meeting, subject, input.title, now);
		return { id };
	});
}
