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
	const row = await selectMinutes(db, projectId).where('meeting.id', '=', meetingId).executeTakeFirst();
	return row ? holderOf(row, today) : null;
}

/** The minutes of a project that are under way, with who has them in hand. One query. */
export async function listHeldMinutes(db: Db, projectId: string, today: Day) {
	const rows = await selectMinutes(db, projectId)
		.select(['meeting.id', 'meeting.slug', 'meeting.title'])
		.where('meeting.minutesState', '!=', 'locked')
		.orderBy('meeting.id')
		.execute();
	return rows.flatMap(({ id, slug, title, ...row }) => {
		const holder = holderOf(row, today);
		return holder === null ? [] : [{ id, slug, title, holder }];
	});
}

function selectMinutes(db: Db, projectId: string) {
	return selectHeldMinutes(db)
		.select((eb) =>
			eb
				.selectFrom('meetingDay')
				.select((of) => of.fn.max('meetingDay.day').as('day'))
				.whereRef('meetingDay.meetingId', '=', 'meeting.id')
				.as('lastDay')
		)
		.where('meeting.projectId', '=', projectId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMinutes>['execute']>>[number];

function holderOf(row: Row, today: Day): Holder | null {
	return minutesHolder({ ...row, ...heldMinutes(row), lastDay: row.lastDay ?? today }, today);
}
