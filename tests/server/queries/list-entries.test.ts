import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { listEntries } from '#lib/server/queries/list-entries.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

async function aCatalogue(db: Db) {
	const { id: projectId } = await aProject(db);
	const [koksu, bsu] = [
		await anOrganisation(db, { projectId, code: 'koksu', country: 'KZ' }),
		await anOrganisation(db, { projectId, code: 'bsu', country: 'UZ' })
	];
	await anEntry(db, { projectId, code: 'MC-KOKSU-01', leadOrganisationId: koksu.id });
	await anEntry(db, { projectId, code: 'MC-KOKSU-02', leadOrganisationId: koksu.id, state: 'published' });
	const theirs = await anEntry(db, { projectId, code: 'MC-BSU-01', leadOrganisationId: bsu.id });
	const list = async (actor: Actor, search = '') =>
		listEntries(db, actor, { url: new URL(`http://here/?${search}`), today: TODAY });
	const codes = async (actor: Actor, search = '') =>
		(await list(actor, search)).entries.map(({ code }) => code);
	return { projectId, koksu, theirs, list, codes };
}

test('everybody begins with what they answer for, and can widen it', () =>
	withDatabase(async (db) => {
		const { projectId, koksu, codes } = await aCatalogue(db);
		const partner = await anActor(db, { projectId, organisationId: koksu.id });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const scope = { type: 'country', id: 'UZ' } as const;
		const national = await anActor(db, { projectId, role: 'national-coordinator', scope });
		expect(await codes(partner)).toEqual(['MC-KOKSU-01', 'MC-KOKSU-02']);
		expect(await codes(national)).toEqual(['MC-BSU-01']);
		expect(await codes(coordinator)).toHaveLength(3);
		expect(await codes(partner, 'all=1')).toHaveLength(3);
		expect(await codes(partner, 'organisation=bsu')).toEqual(['MC-BSU-01']);
	}));

test('filters narrow the list, and the states are counted beside any state chosen', () =>
	withDatabase(async (db) => {
		const { projectId, theirs, list, codes } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const sdgs = { itemId: theirs.id, element: 'sdgs', standing: 'value', reason: '', version: 0 } as const;
		await setElement(db, coordinator, { ...sdgs, value: [6] }, NOW);
		expect(await codes(coordinator, 'sdg=6')).toEqual(['MC-BSU-01']);
		expect(await codes(coordinator, 'q=koksu-02')).toEqual(['MC-KOKSU-02']);
		expect(await codes(coordinator, 'country=UZ&state=idea')).toEqual(['MC-BSU-01']);
		expect(await codes(coordinator, 'sort=state&dir=desc')).toEqual([
			'MC-KOKSU-02',
			'MC-BSU-01',
			'MC-KOKSU-01'
		]);
		const chosen = await list(coordinator, 'state=published');
		expect(chosen.total).toBe(1);
		expect(chosen.states.find(({ state }) => state === 'idea')?.count).toBe(2);
	}));

test('completeness is counted from the register, with what is missing by name', () =>
	withDatabase(async (db) => {
		const { projectId, theirs, list, codes } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const workload = { itemId: theirs.id, element: 'workload', standing: 'value', reason: '' } as const;
		await setElement(db, coordinator, { ...workload, value: { hours: 75, ects: 3 }, version: 0 }, NOW);
		const [entry] = (await list(coordinator, 'organisation=bsu')).entries;
		expect(entry?.completeness?.missing).toContain('learning-outcomes');
		expect(entry?.completeness?.missing).not.toContain('workload');
		const { complete = 0, of = 0, missing = [], weak = [] } = entry?.completeness ?? {};
		expect(complete + missing.length + weak.length).toBe(of);
		expect(await codes(coordinator, 'gaps=with')).toContain('MC-BSU-01');
	}));

test.each(['merged', 'retired'])('a %s entry left the catalogue and never looks complete', (state) =>
	withDatabase(async (db) => {
		const { projectId, koksu, list, codes } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		await anEntry(db, { projectId, code: 'MC-KOKSU-03', leadOrganisationId: koksu.id, state });
		const gone = (await list(coordinator)).entries.find(({ code }) => code === 'MC-KOKSU-03');
		expect(gone).toMatchObject({ hasLeft: true, completeness: null });
		expect(await codes(coordinator, 'gaps=without')).not.toContain('MC-KOKSU-03');
		expect(await codes(coordinator, 'gaps=with')).not.toContain('MC-KOKSU-03');
		for (const way of ['asc', 'desc'])
			expect((await codes(coordinator, `sort=gaps&dir=${way}`)).at(-1)).toBe('MC-KOKSU-03');
		expect((await list(coordinator, 'gaps=without')).entries.every(({ hasLeft }) => !hasLeft)).toBe(true);
	})
);

test('entries are found by their titles in any script, whichever one they are typed in', () =>
	withDatabase(async (db) => {
		const { projectId, theirs, codes } = await aCatalogue(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const title = { itemId: theirs.id, element: 'title', standing: 'value', reason: '', version: 0 } as const;
		await setElement(
			db,
			coordinator,
			{ ...title, value: { en: 'Waste water', uz: 'Oqava suv', kk: 'Қазақ суы' } },
			NOW
		);
		for (const typed of ['waste', 'Oqava', 'ОКАВА', 'qazaq', 'Казах суы', 'water waste'])
			expect(await codes(coordinator, `q=${encodeURIComponent(typed)}`), typed).toEqual(['MC-BSU-01']);
		expect(await codes(coordinator, 'q=soil')).toEqual([]);
	}));
