import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';

/** The calendar day of an instant where the coordinator is: due days end there. */
export async function findToday(db: Db, projectId: string, now: Date): Promise<Day> {
	const { timeZone } = await db
		.selectFrom('project')
		.select('timeZone')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	return dayIn(timeZone, now);
}
