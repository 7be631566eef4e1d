import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findGapMatrix } from '#lib/server/queries/find-gap-matrix.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { aProfile, aVersion } from '#tests/support/builders/a-profile.ts';
import { aProject, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const MAY = '2026-05-10T10:00:00.000Z';

function matrixFor(db: Db, actor: Actor, query = '') {
	const url = new URL(`http://localhost/leslie/catalogue/gaps?${query}`);
	return findGapMatrix(db, actor, { today: TODAY, timeZone: 'Europe/Madrid', url });
}

/** A Kazakh entry without title and with a weak workload, an Uzbek one that lacks its level, a retired one. */
async function aCatalogue(db: Db) {
	const { id: projectId } = await aProject(db);
	const kz = await anOrganisation(db, { projectId, country: 'KZ', code: 'koksu', acronym: 'KOKSU' });
	const uz = await anOrganisation(db, { projectId, country: 'UZ', code: 'bsu', acronym: 'BSU' });
	const profile = await aProfile(db, {
		projectId,
		code: 'eu-core',
		elements: ['title', 'workload', 'level']
	});
	const national = await aProfile(db, {
		projectId,
		code: 'national-kz',
		country: 'KZ',
		elements: ['licence']
	});
	const one = await anEntry(db, {
		projectId,
		leadOrganisationId: kz.id,
		code: 'MC-KOKSU-01',
		agreedOn: '2026-06-01',
		content: { level: { standing: 'not-applicable', reason: 'No framework yet' } }
	});
	const two = await anEntry(db, { projectId, leadOrganisationId: uz.id, code: 'MC-BSU-01' });
	const gone = await anEntry(db, {
		projectId,
		leadOrganisationId: kz.id,
		code: 'MC-KOKSU-02',
		state: 'retired'
	});
	const cell = { projectId, criteriaVersionId: profile.versionId };
	await aGap(db, { ...cell, itemId: one.id, element: 'title' });
	await aGap(db, { ...cell, itemId: one.id, element: 'workload', standing: 'weak' });
	await aGap(db, { ...cell, itemId: two.id, element: 'level' });
	await aGap(db, {
		...cell,
		itemId: gone.id,
		element: 'title',
		closedAt: MAY,
		openedAt: '2026-01-10T10:00:00.000Z'
	});
	return { projectId, kz, uz, profile, national, one, two };
}

test('a row has a cell for every element asked, and says how many of those that apply are complete', () =>
	withDatabase(async (db) => {
		const { projectId } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const { columns, rows, found } = await matrixFor(db, coordinator);
		expect(columns).toEqual(['title', 'workload', 'level', 'licence']);
		expect(found).toBe(2);
		expect(
			rows.map(({ code, cells, completeness }) => [code, cells.map((cell) => cell.standing), completeness])
		).toEqual([
			['MC-KOKSU-01', ['missing', 'weak', 'not-applicable', 'complete'], { complete: 1, of: 3 }],
			['MC-BSU-01', ['complete', 'complete', 'missing', 'outside'], { complete: 2, of: 3 }]
		]);
	}));

test('who owes what comes with the totals: late by the day the entry was to be ready', () =>
	withDatabase(async (db) => {
		const { projectId } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const { debtors, all } = await matrixFor(db, coordinator);
		expect(debtors).toEqual([
			{ code: 'koksu', acronym: 'KOKSU', count: 2, late: 2, nextOn: null },
			{ code: 'bsu', acronym: 'BSU', count: 1, late: 0, nextOn: null }
		]);
		expect(all).toEqual({ missing: 2, weak: 1 });
	}));

test('a national coordinator sees their country and a partner their organisation, until they ask for more', () =>
	withDatabase(async (db) => {
		const { projectId, kz, uz } = await aCatalogue(db);
		const scope = { type: 'country', id: 'KZ' } as const;
		const national = await anActor(db, {
			projectId,
			role: 'national-coordinator',
			scope,
			organisationId: kz.id
		});
		const partner = await anActor(db, { projectId, organisationId: uz.id });
		const codes = async (actor: Actor, query: string) =>
			(await matrixFor(db, actor, query)).rows.map((row) => row.code);
		expect(await codes(national, '')).toEqual(['MC-KOKSU-01']);
		expect(await codes(national, 'all=1')).toEqual(['MC-KOKSU-01', 'MC-BSU-01']);
		expect(await codes(national, 'country=UZ')).toEqual(['MC-BSU-01']);
		expect(await codes(partner, '')).toEqual(['MC-BSU-01']);
		expect((await matrixFor(db, partner)).filter).toMatchObject({ organisation: 'bsu', group: 'none' });
		expect(await codes(partner, 'country=&organisation=')).toHaveLength(2);
	}));

test.each([
	['element=level', ['MC-BSU-01']],
	['element=workload&standing=missing', []],
	['standing=weak', ['MC-KOKSU-01']],
	['element=title&standing=complete', ['MC-BSU-01']],
	['q=bsu', ['MC-BSU-01']],
	['state=idea', ['MC-KOKSU-01', 'MC-BSU-01']],
	['theme=water', []],
	['profile=national-kz&standing=complete', ['MC-KOKSU-01', 'MC-BSU-01']]
])('the filter %s leaves %j', (query, codes) =>
	withDatabase(async (db) => {
		const { projectId } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const { rows, found } = await matrixFor(db, coordinator, query);
		expect(rows.map((row) => row.code)).toEqual(codes);
		expect(found).toBe(codes.length);
	})
);

test.each(['country', 'partner', 'theme', 'state', 'none'])(
	'grouped by %s, the totals stay the same',
	(group) =>
		withDatabase(async (db) => {
			const { projectId } = await aCatalogue(db);
			const coordinator = await anActor(db, { projectId, role: 'coordinator' });
			const { rows, all, groups } = await matrixFor(db, coordinator, `group=${group}`);
			expect(rows).toHaveLength(2);
			expect(all).toEqual({ missing: 2, weak: 1 });
			expect(groups.reduce((sum, one) => sum + one.found, 0)).toBe(2);
		})
);

test('a past day shows the states, gaps and criteria of its end', () =>
	withDatabase(async (db) => {
		const { projectId, one, two, profile } = await aCatalogue(db);
		const since = '2026-03-01T10:00:00.000Z';
		await db.updateTable('entryStep').set({ enteredAt: since }).where('itemId', '=', one.id).execute();
		await aGap(db, {
			projectId,
			itemId: one.id,
			criteriaVersionId: profile.versionId,
			element: 'level',
			openedAt: since,
			closedAt: MAY
		});
		await aVersion(db, {
			projectId,
			profileId: profile.id,
			number: 2,
			elements: ['title', 'contact'],
			publishedAt: '2026-06-01T10:00:00.000Z',
			graceUntilOn: '2026-06-10'
		});
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const before = await matrixFor(db, coordinator, 'on=2026-05-09');
		expect(before.columns).toEqual(['title', 'workload', 'level', 'licence']);
		expect(before.rows.map((row) => [row.code, row.cells.map((cell) => cell.standing)])).toEqual([
			['MC-KOKSU-01', ['complete', 'complete', 'missing', 'complete']]
		]);
		const after = await matrixFor(db, coordinator, 'on=2026-05-10');
		expect(after.all).toEqual({ missing: 0, weak: 0 });
		const now = await matrixFor(db, coordinator);
		expect(now.columns).toEqual(['title', 'licence', 'contact']);
		expect(now.rows.map((row) => row.code)).toEqual([one.code, two.code]);
	}));
