import type { Db } from '#db/schema.ts';

export async function findSetting(db: Db, key: string): Promise<string | undefined> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row?.value;
}
