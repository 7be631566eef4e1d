import type { Db } from '#db/schema.ts';

/** What the evaluation said of an item outside every review, oldest first. */
export function listOpinions(db: Db, itemId: string) {
	return db
		.selectFrom('reviewComment')
		.innerJoin('person', 'person.id', 'reviewComment.authorId')
		.innerJoin('organisation', 'organisation.id', 'reviewComment.organisationId')
		.leftJoin('person as answerer', 'answerer.id', 'reviewComment.answeredBy')
		.select([
			'reviewComment.id',
			'reviewComment.authorId',
			'person.name as author',
			'organisation.acronym as organisation',
			'reviewComment.blocking',
			'reviewComment.text',
			'reviewComment.createdAt',
			'reviewComment.withdrawnAt',
			'reviewComment.answer',
			'reviewComment.answeredAt',
			'answerer.name as answeredBy'
		])
		.where('reviewComment.itemId', '=', itemId)
		.where('reviewComment.roundId', 'is', null)
		.orderBy('reviewComment.createdAt')
		.orderBy('reviewComment.id')
		.execute();
}

/** How many of somebody's opinions stand on each item, and how many of them are answered. */
export async function countOpinions(db: Db, projectId: string, personId: string) {
	const rows = await db
		.selectFrom('reviewComment')
		.select((eb) => [
			'itemId',
			eb.fn.countAll<number>().as('given'),
			eb.fn.count<number>('answeredAt').as('answered')
		])
		.where('projectId', '=', projectId)
		.where('authorId', '=', personId)
		.where('roundId', 'is', null)
		.where('withdrawnAt', 'is', null)
		.groupBy('itemId')
		.orderBy('itemId')
		.execute();
	return new Map(rows.map(({ itemId, given, answered }) => [itemId, { given, answered }]));
}
