import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** The meeting behind its name in an address. */
export async function findMeetingId(db: Db, projectId: string, slug: string): Promise<string> {
	const meeting = await db
		.selectFrom('meeting')
		.select('id')
		.where('projectId', '=', projectId)
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!meeting) throw new NotFound();
	return meeting.id;
}
