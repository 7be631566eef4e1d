import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';

/** A means of verification of a milestone. */
export async function aMeans(
	db: Db,
	given: { projectId: string; itemId: string; position: number; text: string }
) {
	const means = { id: newId(), ...given };
	await db.insertInto('meansOfVerification').values(means).execute();
	return means;
}
