import type { Db } from '#db/schema.ts';

/** A letter with whom it is for and what it tells. */
export async function findLetter(db: Db, id: string) {
	const letter = await db
		.selectFrom('mailLetter')
		.innerJoin('person', 'person.id', 'mailLetter.personId')
		.select([
			'mailLetter.id',
			'mailLetter.kind',
			'mailLetter.slot',
			'mailLetter.createdAt',
			'mailLetter.tries',
			'mailLetter.personId',
			'person.name',
			'person.email',
			'person.disabledAt'
		])
		.where('mailLetter.id', '=', id)
		.executeTakeFirst();
	if (!letter) return undefined;
	const notices = await selectNotices(db)
		.where('outboxMail.letterId', '=', id)
		.where('outboxMail.droppedAt', 'is', null)
		.execute();
	return { letter, notices };
}

/** Notices with their project. */
export function selectNotices(db: Db) {
	return db
		.selectFrom('outboxMail')
		.leftJoin('project', 'project.id', 'outboxMail.projectId')
		.select([
			'outboxMail.id',
			'outboxMail.kind',
			'outboxMail.subject',
			'outboxMail.body',
			'outboxMail.because',
			'outboxMail.aboutType',
			'outboxMail.aboutId',
			'outboxMail.aboutLabel',
			'outboxMail.path',
			'outboxMail.createdAt',
			'outboxMail.projectId',
			'project.slug',
			'project.acronym'
		])
		.orderBy('outboxMail.createdAt')
		.orderBy('outboxMail.id');
}

export type FoundNotice = Awaited<ReturnType<ReturnType<typeof selectNotices>['execute']>>[number];
export type FoundLetter = NonNullable<Awaited<ReturnType<typeof findLetter>>>['letter'];
