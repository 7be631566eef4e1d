import type { Db } from '#db/schema.ts';

/** Whether anything was written under a point, or came of it. */
export async function hasMinutes(db: Db, agendaItemId: string): Promise<boolean> {
	const text = await db
		.selectFrom('minutesText')
		.select('version')
		.where('agendaItemId', '=', agendaItemId)
		.executeTakeFirst();
	const outcome = await db
		.selectFrom('minutesOutcome')
		.select('id')
		.where('agendaItemId', '=', agendaItemId)
		.executeTakeFirst();
	return text !== undefined || outcome !== undefined;
}
