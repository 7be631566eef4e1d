import type { Db } from '#db/schema.ts';

const MOST_SHOWN = 20;

/** The look a person has open now. */
export function findOpenLook(db: Db, projectId: string, personId: string, now: Date) {
	return db
		.selectFrom('contentLook')
		.select(['id', 'untilAt'])
		.where('projectId', '=', projectId)
		.where('personId', '=', personId)
		.where('endedAt', 'is', null)
		.where('untilAt', '>', now.toISOString())
		.executeTakeFirst();
}

/** The last looks at a project's content, the newest first, with whether each is open. */
export async function listLooks(db: Db, projectId: string, now: Date) {
	const rows = await db
		.selectFrom('contentLook')
		.innerJoin('person', 'person.id', 'contentLook.personId')
		.leftJoin('person as ender', 'ender.id', 'contentLook.endedBy')
		.select(['contentLook.id', 'contentLook.reason', 'begunAt', 'untilAt', 'endedAt'])
		.select(['person.name', 'ender.name as endedBy'])
		.where('contentLook.projectId', '=', projectId)
		.orderBy('begunAt', 'desc')
		.orderBy('contentLook.id', 'desc')
		.limit(MOST_SHOWN)
		.execute();
	return rows.map((row) => ({ ...row, isOpen: row.endedAt === null && row.untilAt > now.toISOString() }));
}
