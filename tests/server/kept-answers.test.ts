import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { frozenWeight } from '#lib/server/frozen-weight.ts';
import { keptByVersion } from '#lib/server/kept-by-version.ts';
import { kept, madeOf } from '#lib/server/kept-answers.ts';
import { withDatabase } from '#tests/support/database.ts';

/** A query that counts how often it is read and answers with all that it was asked. */
function counted(maxBytes?: number) {
	const read: string[] = [];
	const ask = kept(async (_db: Db, projectId: string, country: string, on: { day: string }) => {
		read.push(projectId);
		return { projectId, country, on, reading: read.length };
	}, maxBytes);
	return { read, ask };
}

test('an answer is read once for each version of the data, and again after any change', () =>
	withDatabase(async (db) => {
		const { read, ask } = counted();
		const first = await ask(db, { projectId: 'p', dataVersion: '1.0' }, 'KZ', { day: 'd' });
		expect(await ask(db, { projectId: 'p', dataVersion: '1.0' }, 'KZ', { day: 'd' })).toBe(first);
		expect(read).toHaveLength(1);
		expect((await ask(db, { projectId: 'p', dataVersion: '2.0' }, 'KZ', { day: 'd' })).reading).toBe(2);
		expect((await ask(db, { projectId: 'p', dataVersion: '2.1' }, 'KZ', { day: 'd' })).reading).toBe(3);
	}));

test('without a known version every answer is read', () =>
	withDatabase(async (db) => {
		const { read, ask } = counted();
		for (let count = 0; count < 3; count++) await ask(db, { projectId: 'p' }, 'KZ', { day: 'd' });
		expect(read).toHaveLength(3);
	}));

test('no answer is given to another project, scope or day, nor after a change, whatever was asked before', () =>
	withDatabase(async (db) => {
		const word = fc.constantFrom('a', 'b', 'a","b', '');
		const question = fc.record({ projectId: word, dataVersion: word, country: word, day: word });
		await fc.assert(
			fc.asyncProperty(
				fc.array(question, { maxLength: 30 }),
				fc.integer({ min: 0, max: 600 }),
				async (questions, maxBytes) => {
					const { ask } = counted(maxBytes);
					const versions = new Map<number, string>();
					for (const { projectId, dataVersion, country, day } of questions) {
						const answer = await ask(db, { projectId, dataVersion }, country, { day });
						expect(answer).toMatchObject({ projectId, country, on: { day } });
						expect(versions.get(answer.reading) ?? dataVersion).toBe(dataVersion);
						versions.set(answer.reading, dataVersion);
					}
				}
			),
			{ numRuns: 100 }
		);
	}));

test('nobody can change an answer that others read', () =>
	withDatabase(async (db) => {
		const { ask } = counted();
		const answer = await ask(db, { projectId: 'p', dataVersion: '1' }, 'KZ', { day: 'd' });
		expect(() => {
			answer.on.day = 'other';
		}).toThrow(TypeError);
	}));

/** A kept list of numbers, and how often something was made of it. */
function madeOften(share?: number) {
	const all = kept((_db: Db, _projectId: string, size: number) =>
		Promise.resolve({
			numbers: new Map(Array.from({ length: size }, (_, index) => [`n${index}`, { index }]))
		})
	);
	let made = 0;
	const above = madeOf((list: { numbers: ReadonlyMap<string, { index: number }> }, least: number) => {
		made += 1;
		return [...list.numbers.values()].filter(({ index }) => index >= least);
	}, share);
	return { all, above, made: () => made };
}

test('what is made of an answer is made once for all that is asked, and again after a change of the data', () =>
	withDatabase(async (db) => {
		const { all, above, made } = madeOften();
		const before = await all(db, { projectId: 'p', dataVersion: '1' }, 100);
		expect(above(before, 98)).toBe(above(before, 98));
		expect(above(before, 99)).toHaveLength(1);
		expect(made()).toBe(2);
		const after = await all(db, { projectId: 'p', dataVersion: '2' }, 100);
		expect(above(after, 98)).not.toBe(above(before, 98));
		expect(made()).toBe(3);
	}));

test('what is made of an answer shares its parts, which nobody can change either', () =>
	withDatabase(async (db) => {
		const { all, above } = madeOften();
		const list = await all(db, { projectId: 'p', dataVersion: '1' }, 100);
		const [last] = above(list, 99);
		expect(last).toBe(list.numbers.get('n99'));
		expect(() => Object.assign(last ?? {}, { index: 0 })).toThrow(TypeError);
	}));

test('what is made of an answer takes no more room than its share, and nothing is kept beside an answer that is not', () =>
	withDatabase(async (db) => {
		const small = madeOften(0);
		const list = await small.all(db, { projectId: 'p', dataVersion: '1' }, 100);
		small.above(list, 1);
		small.above(list, 1);
		expect(small.made()).toBe(2);
		const unkept = madeOften();
		const read = await unkept.all(db, { projectId: 'p' }, 100);
		unkept.above(read, 1);
		unkept.above(read, 1);
		expect(unkept.made()).toBe(2);
	}));

test('the weight of an answer grows with all that is in it, once for what is shared', () => {
	const shared = Object.freeze({ text: 'long and kept by another'.repeat(100) });
	expect(frozenWeight({ shared })).toBeLessThan(200);
	expect(frozenWeight(new Map([['a', 'b'.repeat(1000)]]))).toBeGreaterThan(1000);
	expect(frozenWeight(new Set(['b'.repeat(1000)]))).toBeGreaterThan(1000);
	expect(frozenWeight(['b'.repeat(1000)])).toBeGreaterThan(1000);
});

test('what fails to be read is asked for again', () =>
	withDatabase(async (db) => {
		let fails = true;
		const ask = kept(async () => {
			if (fails) throw new Error('The database is away');
			return 'there';
		});
		await expect(ask(db, { projectId: 'p', dataVersion: '1' })).rejects.toThrow('away');
		fails = false;
		expect(await ask(db, { projectId: 'p', dataVersion: '1' })).toBe('there');
	}));

test('memory never holds more than allowed', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), fc.nat(40))),
			(kept) => {
				const all = keptByVersion<string>(50);
				for (const [key, version, size] of kept) {
					all.keep(key, version, key + version, size);
					expect(all.bytes).toBeLessThanOrEqual(50);
					expect(all.find(key, version)).toBe(key + version);
				}
			}
		)
	);
});
