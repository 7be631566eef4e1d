import type { Db } from '#db/schema.ts';
import { mailStateOf, type MailState } from '#lib/domain/mail/readable.ts';

/** How mail stands: what waits in the queue or for its letter to be sent, and what is given up. */
export async function countMail(db: Db): Promise<{ waiting: number; failed: number }> {
	const { waiting, failed } = await db
		.selectFrom('outboxMail')
		.select((eb) => [
			eb.fn
				.countAll<number>()
				.filterWhere('sentAt', 'is', null)
				.filterWhere('droppedAt', 'is', null)
				.as('waiting'),
			eb.fn.countAll<number>().filterWhere('droppedBecause', '=', 'failed').as('failed')
		])
		.executeTakeFirstOrThrow();
	return { waiting: Number(waiting), failed: Number(failed) };
}

interface Asked {
	/** All of the installation, or these projects. */
	scope: 'installation' | readonly string[];
	state: MailState | null;
	page: number;
	size: number;
}

/** Envelopes of mails, the newest first: nothing of what they say. */
export async function listMails(db: Db, { scope, state, page, size }: Asked) {
	const rows = await selectMails(db, scope)
		.$if(state === 'sent', (query) => query.where('sentAt', 'is not', null))
		.$if(state === 'waiting', (query) => query.where('sentAt', 'is', null).where('droppedAt', 'is', null))
		.$if(state === 'failed', (query) => query.where('droppedBecause', '=', 'failed'))
		.$if(state === 'not-sent', (query) => query.where('droppedBecause', '!=', 'failed'))
		.select((eb) => eb.fn.countAll<number>().over().as('total'))
		.orderBy('outboxMail.createdAt', 'desc')
		.orderBy('outboxMail.id', 'desc')
		.limit(size)
		.offset((page - 1) * size)
		.execute();
	return {
		total: Number(rows[0]?.total ?? 0),
		mails: rows.map(({ total: _, ...row }) => ({ ...row, state: mailStateOf(row) }))
	};
}

export async function findMail(db: Db, scope: Asked['scope'], id: string) {
	const row = await selectMails(db, scope).where('outboxMail.id', '=', id).executeTakeFirst();
	return row && { ...row, state: mailStateOf(row) };
}

function selectMails(db: Db, scope: Asked['scope']) {
	const projects = scope === 'installation' || scope.length === 0 ? [''] : scope;
	return db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.leftJoin('project', 'project.id', 'outboxMail.projectId')
		.leftJoin('mailLetter', 'mailLetter.id', 'outboxMail.letterId')
		.select([
			'outboxMail.id',
			'outboxMail.kind',
			'outboxMail.createdAt',
			'outboxMail.sentAt',
			'outboxMail.droppedAt',
			'outboxMail.droppedBecause',
			'outboxMail.projectId',
			'outboxMail.toPersonId as personId',
			'person.email',
			'person.name',
			'project.acronym',
			'mailLetter.id as letterId',
			'mailLetter.tries',
			'mailLetter.doubtful',
			'mailLetter.lastError',
			'mailLetter.nextTryAt'
		])
		.$if(scope !== 'installation', (query) => query.where('outboxMail.projectId', 'in', projects));
}

export type ListedMail = NonNullable<Awaited<ReturnType<typeof findMail>>>;
