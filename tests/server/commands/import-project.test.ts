import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { importProject, type ImportInput } from '#lib/server/commands/import-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

const SECOND = readFileSync(new URL('../../support/second-project.json', import.meta.url), 'utf8');
/** The named parts of the file, or all but them. */
const PARTS = v.parse(v.record(v.string(), v.unknown()), JSON.parse(SECOND));
const only = (...names: string[]) => Object.fromEntries(names.map((name) => [name, PARTS[name]]));
const NOW = new Date('2025-01-02T09:00:00.000Z');

function load(db: Db, input: Partial<ImportInput> = {}) {
	return importProject(db, 'Somebody', { content: SECOND, ...input }, NOW);
}

test('a plan becomes a project with its codes, leads, dates and first baseline', () =>
	withDatabase(async (db) => {
		expect(await load(db)).toMatchObject({
			ok: true,
			slug: 'second',
			counts: { deliverables: 1, milestones: 1 }
		});

		const items = await db
			.selectFrom('item')
			.innerJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
			.select([
				'item.code',
				'state',
				'contractualOn',
				'agreedOn',
				'forecastOn',
				'organisation.acronym',
				'item.search'
			])
			.orderBy('item.code')
			.execute();
		expect(items).toEqual([
			{
				code: 'D4.2',
				state: 'planned',
				contractualOn: '2026-06-30',
				agreedOn: '2026-06-30',
				forecastOn: null,
				acronym: 'KOK2',
				search: 'd4.2 second algorithm'
			},
			{
				code: 'MS3',
				state: 'planned',
				contractualOn: '2026-07-31',
				agreedOn: '2026-07-31',
				forecastOn: null,
				acronym: 'KOK2',
				search: 'ms3 second criteria'
			}
		]);
		const contributions = await db
			.selectFrom('contribution')
			.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
			.innerJoin('item', 'item.id', 'contribution.itemId')
			.select(['item.code', 'organisation.code as organisation', 'contribution.kind'])
			.orderBy('item.code')
			.orderBy('contribution.kind')
			.execute();
		expect(contributions).toEqual([
			{ code: 'D4.2', organisation: 'unicas', kind: 'contributor' },
			{ code: 'D4.2', organisation: 'koksu', kind: 'lead' },
			{ code: 'MS3', organisation: 'koksu', kind: 'lead' }
		]);
		const entries = await db
			.selectFrom('baselineEntry')
			.innerJoin('baseline', 'baseline.id', 'baselineEntry.baselineId')
			.select(['baseline.number', 'kind', 'code', 'dueOn', 'workPackageNumber', 'details'])
			.orderBy('code')
			.execute();
		expect(entries.map(({ number, code }) => [number, code])).toEqual([
			[0, 'D4.2'],
			[0, 'MS3'],
			[0, 'T4.1'],
			[0, 'WP1'],
			[0, 'WP4']
		]);
		expect(entries[0]).toMatchObject({ dueOn: '2026-06-30', details: '{"type":"R","level":"PU"}' });
		expect(entries[1]).toMatchObject({ workPackageNumber: 4, details: '{"means":["Second minutes"]}' });
	}));

test('the import is one event of the audit trail, with the hash of the file', () =>
	withDatabase(async (db) => {
		await load(db);
		const events = await db
			.selectFrom('auditEvent')
			.select(['act', 'actorName', 'recordLabel', 'details'])
			.execute();
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({ act: 'project:import', actorName: 'Somebody', recordLabel: 'second' });
		expect(events[0]?.details).toMatch(/"fileSha256":"[0-9a-f]{64}"/);
	}));

test('the same slug again is refused and says how to go on; nothing changes', () =>
	withDatabase(async (db) => {
		await load(db);
		const before = await rowCounts(db);
		const again = await load(db);
		expect(again).toMatchObject({ ok: false, problems: [{ path: 'project.slug' }] });
		expect(JSON.stringify(again)).toContain('--into second --replace-sample');
		expect(await rowCounts(db)).toEqual(before);
	}));

test('one wrong reference at the end of the file, and nothing of it is stored', () =>
	withDatabase(async (db) => {
		const content = SECOND.replace('"organisation": "ucy"', '"organisation": "nobody"');
		expect(await load(db, { content })).toMatchObject({
			ok: false,
			problems: [{ path: 'facts[0].organisation' }]
		});
		expect(Object.values(await rowCounts(db)).every((count) => count === 0)).toBe(true);
	}));

test('a trial run finds what a real one finds and stores nothing', () =>
	withDatabase(async (db) => {
		expect(await load(db, { dryRun: true })).toMatchObject({ ok: true, counts: { organisations: 3 } });
		expect(Object.values(await rowCounts(db)).every((count) => count === 0)).toBe(true);
		await load(db);
		expect(await load(db, { dryRun: true })).toMatchObject({ ok: false });
	}));

test('a plan is added to a project that has none; one that has a plan changes by amendments', () =>
	withDatabase(async (db) => {
		await load(db, { content: JSON.stringify(only('project', 'organisations', 'work_packages')) });
		const plan = only('tasks', 'deliverables', 'milestones', 'facts');
		expect(await load(db, { content: JSON.stringify(plan), into: 'second' })).toMatchObject({ ok: true });
		expect(await db.selectFrom('baseline').select('number').execute()).toEqual([{ number: 0 }]);

		const before = await rowCounts(db);
		const again = await load(db, { content: JSON.stringify(plan), into: 'second' });
		expect(again).toMatchObject({ ok: false });
		expect(JSON.stringify(again)).toContain('changes by amendments');
		expect(JSON.stringify(again)).toContain('deliverables[0].code');
		expect(await rowCounts(db)).toEqual(before);
	}));

test('sample data fills what a work package lacks and never replaces what is known', () =>
	withDatabase(async (db) => {
		const consortium = only('project', 'organisations');
		const wp = { number: 1, title: 'Real', lead: 'ucy' };
		await load(db, { content: JSON.stringify({ ...consortium, work_packages: [wp] }) });

		const other = { ...wp, lead: 'koksu', start_month: 1, origin: 'sample' };
		const refused = await load(db, { content: JSON.stringify({ work_packages: [other] }), into: 'second' });
		expect(refused).toMatchObject({ ok: false, problems: [{ path: 'work_packages[0].lead' }] });

		const fitting = { ...other, lead: 'ucy', participants: ['koksu'] };
		expect(
			await load(db, { content: JSON.stringify({ work_packages: [fitting] }), into: 'second' })
		).toMatchObject({ ok: true });
		expect(await db.selectFrom('workPackage').select(['startMonth', 'origin']).execute()).toEqual([
			{ startMonth: 1, origin: 'entered' }
		]);
		const cited = await db.selectFrom('citation').select(['field', 'origin']).orderBy('field').execute();
		expect(cited).toEqual([
			{ field: 'participants', origin: 'sample' },
			{ field: 'start_month', origin: 'sample' }
		]);
	}));

test('adding to a project that is not there, or under another name, is refused', () =>
	withDatabase(async (db) => {
		expect(await load(db, { into: 'nowhere' })).toMatchObject({ ok: false });
		await load(db);
		const other = await load(db, {
			content: SECOND.replace('"slug": "second"', '"slug": "third"'),
			into: 'second'
		});
		expect(JSON.stringify(other)).toContain('project.slug');
	}));
