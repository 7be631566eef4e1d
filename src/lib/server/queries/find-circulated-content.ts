import type { Db } from '#db/schema.ts';
import type { MinutesContent } from '#lib/domain/meetings/minutes-content.ts';
import { parseMinutes } from '#lib/schemas/meetings/minutes-content.ts';

/** What a circulation of these minutes said; undefined where there is none of this number. */
export async function findCirculatedContent(
	db: Db,
	meetingId: string,
	number: number
): Promise<MinutesContent | undefined> {
	const row = await db
		.selectFrom('minutesCirculation')
		.select('content')
		.where('meetingId', '=', meetingId)
		.where('number', '=', number)
		.executeTakeFirst();
	return row && parseMinutes(row.content);
}
