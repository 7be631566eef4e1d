import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { minutesHolder } from '#lib/domain/meetings/minutes-holder.ts';
import { heldMinutes, selectHeldMinutes } from './select-held-minutes.ts';

/** Who has the minutes of a meeting in hand; null where nothing is expected. One query. */
export async function findMinutesHolder(
	db: Db,
	{ projectId, meetingId }: { projectId: string; meetingId: string },
	today: Day
): Promise<Holder | null> {
	const row = await selectHeldMinutes(db)
		.select((eb) =>
			eb
				.selectFrom('meetingDay')
				.select((of) => of.fn.max('meetingDay.day').as('day'))
				.whereRef('meetingDay.meetingId', '=', 'meeting.id')
				.as('lastDay')
		)
		.where('meeting.projectId', '=', projectId)
		.where('meeting.id', '=', meetingId)
		.executeTakeFirst();
	return row ? minutesHolder({ ...row, ...heldMinutes(row), lastDay: row.lastDay ?? today }, today) : null;
}
