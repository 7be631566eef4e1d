import type { Db } from '#db/schema.ts';

/** How mail stands: what waits in the queue or for its letter to be sent, and what is given up. */
export async function countMail(db: Db): Promise<{ waiting: number; failed: number }> {
	const { waiting } = await db
		.selectFrom('outboxMail')
		.select((eb) => eb.fn.countAll<number>().as('waiting'))
		.where('sentAt', 'is', null)
		.where('droppedAt', 'is', null)
		.executeTakeFirstOrThrow();
	const { failed } = await db
		.selectFrom('mailLetter')
		.select((eb) => eb.fn.countAll<number>().as('failed'))
		.where('state', '=', 'failed')
		.executeTakeFirstOrThrow();
	return { waiting: Number(waiting), failed: Number(failed) };
}
