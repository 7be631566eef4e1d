import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addDays } from '#lib/domain/days.ts';
import { refreshGaps } from '#lib/server/commands/refresh-gaps.ts';
import { newId } from '#lib/server/ids.ts';
import { findGapMatrix } from '#lib/server/queries/find-gap-matrix.ts';
import { aProfile, aVersion } from '#tests/support/builders/a-profile.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { withDatabase } from '#tests/support/database.ts';

const ELEMENTS: readonly Element[] = ['supervision', 'grading', 'contact'];
const FIRST = '2026-03-01';
const DAYS = 20;

/** Numbers that look random and are the same in every run. */
function numbers(seed: number) {
	let at = seed;
	return (below: number) => {
		at = (at * 1103515245 + 12345) % 2147483648;
		return Math.floor((at / 2147483648) * below);
	};
}

async function shownOn(db: Db, actor: Actor, today: string, on: string | null) {
	const url = new URL(`http://localhost/leslie/catalogue/gaps?group=state${on === null ? '' : `&on=${on}`}`);
	const { rows, columns, gaps, found } = await findGapMatrix(db, actor, {
		today,
		timeZone: 'Asia/Almaty',
		url
	});
	return {
		columns,
		found,
		rows: rows.map(({ code, state, cells }) => [code, state, cells.map((cell) => cell.standing).join(' ')]),
		gaps: gaps.map(({ group, element, standing, count, late }) => ({ group, element, standing, count, late }))
	};
}

/** Gives an element a value, leaves it out with a reason, or empties it. */
async function edit(db: Db, itemId: string, element: Element, choice: number, at: string) {
	const standing = (['value', 'not-applicable', 'empty'] as const)[choice] ?? 'empty';
	const current = await db
		.selectFrom('entryElement')
		.select('version')
		.where('itemId', '=', itemId)
		.where('element', '=', element)
		.orderBy('version', 'desc')
		.executeTakeFirst();
	await db
		.updateTable('entryElement')
		.set({ untilAt: at })
		.where('itemId', '=', itemId)
		.where('element', '=', element)
		.where('untilAt', 'is', null)
		.execute();
	const value = standing === 'value' ? JSON.stringify('On site, with an identity check') : 'null';
	const reason = standing === 'not-applicable' ? 'No national framework yet' : '';
	const row = { itemId, element, standing, value, reason, setBy: null, organisationId: null };
	await db
		.insertInto('entryElement')
		.values({ ...row, version: (current?.version ?? 0) + 1, setAt: at, untilAt: null })
		.execute();
}

async function move(db: Db, projectId: string, itemId: string, number: number, state: string, at: string) {
	await db.updateTable('item').set({ state }).where('id', '=', itemId).execute();
	await db
		.updateTable('entryStep')
		.set({ leftAt: at })
		.where('itemId', '=', itemId)
		.where('leftAt', 'is', null)
		.execute();
	const step = {
		id: newId(),
		projectId,
		itemId,
		number,
		state,
		how: 'step',
		note: '',
		record: '{}'
	} as const;
	await db
		.insertInto('entryStep')
		.values({ ...step, takenBy: null, organisationId: null, enteredAt: at, leftAt: null })
		.execute();
}

test.each([1, 7, 42])('the matrix of any past day is the one that was shown on it (seed %i)', (seed) =>
	withDatabase(async (db) => {
		const below = numbers(seed);
		const { id: projectId } = await aProject(db, { timeZone: 'Asia/Almaty' });
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		const profile = await aProfile(db, { projectId, code: 'eu-core', elements: ELEMENTS });
		const ids: string[] = [];
		const recorded = new Map<string, Awaited<ReturnType<typeof shownOn>>>();
		for (let index = 0; index < DAYS; index++) {
			const today = addDays(FIRST, index);
			// Late in the evening of Almaty, which is still the same day there and in UTC.
			const now = new Date(`${today}T18:30:00.000Z`);
			if (index % 4 === 0) {
				const { id } = await anEntry(db, { projectId, code: `MC-TEST-${String(index).padStart(2, '0')}` });
				await db
					.updateTable('entryStep')
					.set({ enteredAt: now.toISOString() })
					.where('itemId', '=', id)
					.execute();
				ids.push(id);
			}
			if (index === 9)
				await aVersion(db, {
					projectId,
					profileId: profile.id,
					number: 2,
					elements: [...ELEMENTS, 'licence'],
					publishedAt: now.toISOString(),
					graceUntilOn: addDays(today, 3)
				});
			for (let edits = 0; edits < 3; edits++) {
				const itemId = ids[below(ids.length)] ?? '';
				await edit(db, itemId, ELEMENTS[below(ELEMENTS.length)] ?? 'contact', below(3), now.toISOString());
			}
			const moved = ids[below(ids.length)] ?? '';
			const state = ['designed', 'mapped', 'on-hold', 'retired'][below(4)] ?? 'designed';
			await move(db, projectId, moved, index + 2, state, now.toISOString());
			await refreshGaps(db, projectId, 'all', now);
			recorded.set(today, await shownOn(db, actor, today, null));
		}
		const last = addDays(FIRST, DAYS);
		for (const [day, matrix] of recorded) expect(await shownOn(db, actor, last, day)).toEqual(matrix);
	})
);

test('an entry stands on a past day under the theme that it had then', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db, { timeZone: 'Asia/Almaty' });
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		await aProfile(db, { projectId, code: 'eu-core', elements: ELEMENTS });
		for (const [position, code] of ['soil', 'water'].entries())
			await db
				.insertInto('theme')
				.values({ id: newId(), projectId, code, title: code, kind: 'subject', position, origin: 'entered' })
				.execute();
		const { id: itemId } = await anEntry(db, { projectId });
		await db.updateTable('entryStep').set({ enteredAt: '2026-03-01T06:00:00.000Z' }).execute();
		const theme = { itemId, element: 'theme', standing: 'value', reason: '', setBy: null } as const;
		const days = { soil: '2026-03-01T06:00:00.000Z', water: '2026-03-10T06:00:00.000Z' };
		await db
			.insertInto('entryElement')
			.values([
				{
					...theme,
					version: 1,
					value: '"soil"',
					organisationId: null,
					setAt: days.soil,
					untilAt: days.water
				},
				{ ...theme, version: 2, value: '"water"', organisationId: null, setAt: days.water, untilAt: null }
			])
			.execute();
		await db.insertInto('entryTag').values({ itemId, kind: 'theme', code: 'water' }).execute();
		await refreshGaps(db, projectId, 'all', new Date(days.soil));
		const under = async (query: string) => {
			const url = new URL(`http://localhost/leslie/catalogue/gaps?all=1&${query}`);
			return (await findGapMatrix(db, actor, { today: '2026-03-20', timeZone: 'Asia/Almaty', url })).found;
		};
		expect(await under('theme=water')).toBe(1);
		expect(await under('theme=soil')).toBe(0);
		expect(await under('theme=soil&on=2026-03-05')).toBe(1);
		expect(await under('theme=water&on=2026-03-05')).toBe(0);
	}));
