import type { Db } from '#db/schema.ts';

/** Envelopes of mail that waits: to whom, of what kind, since when; never what it says. */
export async function listUnsentMail(db: Db, most: number) {
	return db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select([
			'outboxMail.id',
			'person.email',
			'outboxMail.kind',
			'outboxMail.createdAt',
			'outboxMail.failures'
		])
		.where('outboxMail.sentAt', 'is', null)
		.orderBy('outboxMail.createdAt')
		.orderBy('outboxMail.id')
		.limit(most)
		.execute();
}

export async function countUnsentMail(db: Db): Promise<number> {
	const { count } = await db
		.selectFrom('outboxMail')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('sentAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}
