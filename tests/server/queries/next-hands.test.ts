import { expect, test } from 'vitest';
import { listEntriesWithoutReviewers } from '#lib/server/queries/list-entries-without-reviewers.ts';
import { listEntries } from '#lib/server/queries/list-entries.ts';
import { listNextHands } from '#lib/server/queries/list-next-hands.ts';
import { TODAY } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';

const names = (rows: { hand: string; name: string }[]) =>
	rows.map(({ hand, name }) => `${hand} ${name}`).toSorted();

test('whose signature an entry waits for is told by name until it is given', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		const ids = [made.entry.id];
		const hands = async () => names(await listNextHands(db, ids, TODAY));
		expect(await hands()).toEqual([]);
		await made.assign(made.reviewer);
		await made.name(made.rector);
		expect(await hands()).toEqual(['reviewer Elena', 'officer Rustam'].toSorted());
		await made.open();
		await made.sign(made.reviewer);
		await made.approve(made.rector);
		expect(await hands()).not.toContain('officer Rustam');
		expect(await listNextHands(db, [], TODAY)).toEqual([]);
	}));

test('the list of entries says by name who takes the next step', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		const url = new URL('https://desk.example/leslie/catalogue');
		const next = async () =>
			(await listEntries(db, made.coordinator, { url, today: TODAY })).entries.map((one) => one.next?.by);
		expect(await next()).toEqual([[]]);
		await made.assign(made.reviewer);
		expect(await next()).toEqual([['Elena (UCY)']]);
	}));

test('an entry that waits for its quality check is missed until enough reviewers are asked', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		const missing = async () =>
			(await listEntriesWithoutReviewers(db, made.project.id)).entries.map(({ code, assigned, needed }) => ({
				code,
				assigned,
				needed
			}));
		expect(await missing()).toEqual([{ code: made.entry.code, assigned: 0, needed: 1 }]);
		await made.assign(made.reviewer);
		expect(await missing()).toEqual([]);
	}));
