import type { Updateable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Meeting } from '#db/schema/meetings.ts';
import { Conflict } from '#lib/domain/reasons.ts';

/**
 * Changes a meeting if it is still at the version that was seen; otherwise a `Conflict`. Changes of days, hours, place,
 * title and state also count its `sequence` on, which tells calendars to take them over.
 */
export async function changeMeeting(
	db: Db,
	meeting: { id: string; version: number; sequence: number; state: string },
	set: Omit<Updateable<Meeting>, 'version' | 'sequence' | 'changedAt'>,
	now: Date,
	forCalendars: boolean
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('meeting')
		.set({
			...set,
			changedAt: now.toISOString(),
			sequence: meeting.sequence + (forCalendars ? 1 : 0),
			version: meeting.version + 1
		})
		.where('id', '=', meeting.id)
		.where('version', '=', meeting.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ state: meeting.state });
}
