import type { Db } from '#db/schema.ts';
import { mayEver } from '#lib/domain/can.ts';
import { daysBetween, type Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MeetingFilter } from '#lib/schemas/meetings/meeting-list.ts';
import { listMeetings } from './list-meetings.ts';

/** The page of meetings: the next one, those to come, those past and those cancelled, with what one may filter by. */
export async function findMeetingList(db: Db, actor: Actor, filter: MeetingFilter, today: Day) {
	const all = await listMeetings(db, actor, filter);
	const series = await db
		.selectFrom('meetingSeries')
		.select(['code', 'title'])
		.where('projectId', '=', actor.projectId)
		.orderBy('title')
		.orderBy('code')
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select('country')
		.distinct()
		.where('projectId', '=', actor.projectId)
		.orderBy('country')
		.execute();
	const alive = all.filter(({ state }) => state !== 'cancelled');
	const isToCome = ({ state, lastDay }: (typeof all)[number]) =>
		(state === 'planned' || state === 'invited' || state === 'running') &&
		(lastDay === null || lastDay >= today);
	const [next, ...upcoming] = alive.filter(isToCome);
	return {
		next: next && { ...next, days: next.firstDay === null ? null : daysBetween(today, next.firstDay) },
		upcoming,
		past: alive.filter((one) => !isToCome(one)).reverse(),
		cancelled: all.filter(({ state }) => state === 'cancelled'),
		// A series is named to those who see every meeting; others find it in the meetings they see.
		series: series.filter(
			({ title }) => mayEver(actor, 'progress:read') || all.some((one) => one.series === title)
		),
		countries: organisations.map(({ country }) => country)
	};
}
