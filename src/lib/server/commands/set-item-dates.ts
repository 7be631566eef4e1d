import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { Conflict } from '#lib/domain/reasons.ts';

interface DatesNow {
	id: string;
	version: number;
	contractualOn: Day | null;
	agreedOn: Day | null;
	forecastOn: Day | null;
}

interface NewDates {
	contractualOn?: Day;
	agreedOn?: Day;
	forecastOn?: Day;
	dueMonth?: number | null;
}

/** Writes dates of an item that is still at the version the form showed; otherwise a `Conflict` with the dates now. */
export async function setItemDates(db: Db, item: DatesNow, seen: number, dates: NewDates): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('item')
		.set({ ...dates, version: item.version + 1 })
		.where('id', '=', item.id)
		.where('version', '=', seen)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict({
			contractualOn: item.contractualOn ?? '',
			agreedOn: item.agreedOn ?? '',
			forecastOn: item.forecastOn ?? ''
		});
}
