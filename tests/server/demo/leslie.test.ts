import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { ProjectFileSchema, type ProjectFile } from '#lib/schemas/project-file.ts';
import { importProject } from '#lib/server/commands/import-project.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { DEMO_FILES } from '#tests/support/demo.ts';

const NOW = new Date('2023-12-04T09:00:00.000Z');
const facts = v.parse(ProjectFileSchema, JSON.parse(DEMO_FILES.facts));
const plan = v.parse(ProjectFileSchema, JSON.parse(DEMO_FILES.plan));

let opened: TestDatabase;
let db: Db;

beforeAll(async () => {
	opened = await openTestDatabase();
	db = opened.db;
	await importProject(db, 'Test', { content: DEMO_FILES.facts }, NOW);
	await importProject(db, 'Test', { content: DEMO_FILES.plan, into: 'leslie' }, NOW);
});
afterAll(() => opened.close());

/** Every record of a file that says where it comes from. */
function recordsOf(file: ProjectFile) {
	const { project, quality_plan, organisations, work_packages, tasks, deliverables, milestones, risks } =
		file;
	const lists = [organisations, work_packages, tasks, deliverables, milestones, risks];
	const more = [file.reporting_periods, file.checklists, file.themes, file.facts, file.meetings];
	const shown = [file.goals, file.indicators, file.outreach];
	return [project, quality_plan, ...lists.flat(), ...more.flat(), ...shown.flat()].filter(
		(record) => record !== undefined
	);
}

test('what is public about LESLIE is there, kind by kind', async () => {
	const rows = await db
		.selectFrom('fact')
		.select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
		.groupBy('kind')
		.orderBy('kind')
		.execute();
	expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]))).toEqual({
		catalogue: 4,
		contact: 4,
		indicator: 1,
		milestone: 2,
		objective: 8,
		output: 8,
		policy: 1,
		sdg: 1,
		unpublished: 14
	});
	expect(facts.goals).toHaveLength(6);
	expect(facts.indicators).toHaveLength(8);
	expect(facts.outreach).toHaveLength(9);
	expect(facts.meetings).toHaveLength(2);
	expect(facts.themes).toHaveLength(9);
	expect(facts.organisations).toHaveLength(14);
	expect(facts.work_packages).toHaveLength(6);
});

test('every source of the file is loaded with its record', async () => {
	const given = recordsOf(facts).flatMap(({ sources }) => sources);
	const loaded = await db
		.selectFrom('citation')
		.select(['url', 'note'])
		.where('origin', '!=', 'sample')
		.execute();
	expect(loaded).toHaveLength(given.length);
	const key = (one: { url: string | null; note: string }) => `${one.url ?? ''} ${one.note}`;
	expect(loaded.map(key).sort()).toEqual(given.map(key).sort());
});

test('what is stated has an address, what is inferred says how, and nothing public is called sample data', () => {
	for (const record of recordsOf(facts)) {
		expect(['stated', 'inferred']).toContain(record.origin);
		const needed = record.origin === 'stated' ? 'url' : 'note';
		expect(
			record.sources.some((source) => source.url !== null || (needed === 'note' && source.note !== ''))
		).toBe(true);
	}
});

test('everything invented says so, in the file and in the tables', async () => {
	expect(recordsOf(plan).filter(({ origin }) => origin !== 'sample')).toEqual([]);
	for (const table of [
		'item',
		'task',
		'risk',
		'reportingPeriod',
		'baseline',
		'qualityPlanVersion',
		'checklistVersion'
	] as const)
		expect(await db.selectFrom(table).select('id').where('origin', '!=', 'sample').execute()).toEqual([]);
});

test('leads and months of work packages that are not public are cited as sample data, field by field', async () => {
	const cited = await db
		.selectFrom('citation')
		.innerJoin('workPackage', 'workPackage.id', 'citation.recordId')
		.select(['number', 'field'])
		.where('citation.origin', '=', 'sample')
		.where('field', 'in', ['lead', 'start_month', 'end_month'])
		.orderBy('number')
		.orderBy('field')
		.execute();
	const lead = cited.filter(({ field }) => field === 'lead').map(({ number }) => number);
	expect(lead).toEqual([2, 3, 5, 6]);
	expect(cited.filter(({ field }) => field === 'start_month')).toHaveLength(6);
});

test('the start is assumed, and Fergana has its name of today', async () => {
	const project = await db.selectFrom('project').select(['startOn', 'startOrigin']).executeTakeFirstOrThrow();
	expect(project).toEqual({ startOn: '2023-12-01', startOrigin: 'inferred' });
	const fergana = await db
		.selectFrom('organisation')
		.select(['name', 'currentName', 'timeZone'])
		.where('code', '=', 'fpi')
		.executeTakeFirstOrThrow();
	expect(fergana).toEqual({
		name: 'Fergana Polytechnic Institute',
		currentName: 'Fergana State Technical University',
		timeZone: 'Asia/Tashkent'
	});
});

test('sample deliverables are led by nearly every partner, and due all over the project', () => {
	expect(new Set(plan.deliverables.map(({ lead }) => lead)).size).toBeGreaterThanOrEqual(10);
	const months = plan.deliverables.map(({ due_month }) => due_month ?? 0);
	expect([Math.min(...months), Math.max(...months)]).toEqual([3, 36]);
});
