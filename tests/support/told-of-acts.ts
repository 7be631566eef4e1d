import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { withDatabase } from './database.ts';

/** What an act hands on, how far things had come before it, and who reads of it: each in one mail, and nobody else. */
export type HandingOver = [
	what: string,
	arrange: (db: Db) => Promise<() => Promise<unknown>>,
	told: readonly string[]
];

const listMails = (db: Db) =>
	db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select(['outboxMail.id', 'person.name'])
		.orderBy('person.name')
		.execute();

export function testWhoIsTold(cases: readonly HandingOver[]): void {
	test.each(cases)('%s is told once to whoever it lies with now, and to nobody else', (_, arrange, told) =>
		withDatabase(async (db) => {
			const act = await arrange(db);
			const before = new Set((await listMails(db)).map(({ id }) => id));
			await act();
			const after = (await listMails(db)).filter(({ id }) => !before.has(id));
			expect(after.map(({ name }) => name)).toEqual(told);
		})
	);
}
