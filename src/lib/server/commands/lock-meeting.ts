import type { Db } from '#db/schema.ts';

/** Holds the row of a meeting until the transaction ends. Take it before the project's, or writers wait in a circle. */
export async function lockMeeting(db: Db, projectId: string, meetingId: string): Promise<void> {
	await db
		.updateTable('meeting')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', meetingId)
		.where('projectId', '=', projectId)
		.execute();
}
