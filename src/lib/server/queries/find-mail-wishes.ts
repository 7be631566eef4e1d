import type { Db } from '#db/schema.ts';

/** What somebody chose about their mail, and the zones of where they work. */
export async function findMailWishes(db: Db, personId: string) {
	const reader = await db
		.selectFrom('mailReader')
		.select(['digest', 'timeZone'])
		.where('personId', '=', personId)
		.executeTakeFirst();
	const choices = await db
		.selectFrom('mailChoice')
		.select(['kind', 'choice'])
		.where('personId', '=', personId)
		.orderBy('kind')
		.execute();
	const zones = await db
		.selectFrom('membership as mine')
		.innerJoin('organisation', 'organisation.projectId', 'mine.projectId')
		.innerJoin('project', 'project.id', 'mine.projectId')
		.select(['organisation.timeZone', 'project.timeZone as ofProject'])
		.distinct()
		.where('mine.personId', '=', personId)
		.where('mine.toOn', 'is', null)
		.execute();
	const known = zones.flatMap((row) => [row.timeZone, row.ofProject]).concat(reader?.timeZone ?? null, 'UTC');
	return {
		digest: reader?.digest ?? 'daily',
		timeZone: reader?.timeZone ?? null,
		choices,
		zones: [...new Set(known.filter((zone) => zone !== null))].sort()
	};
}
