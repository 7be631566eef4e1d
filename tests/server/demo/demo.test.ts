import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { dayIn } from '#lib/domain/days.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { verifyPassword } from '#lib/server/auth/passwords.ts';
import { isDemoClock, loadClock, now } from '#lib/server/clock.ts';
import { importProject } from '#lib/server/commands/import-project.ts';
import { removeSampleData } from '#lib/server/commands/remove-sample-data.ts';
import { demoNow } from '#lib/server/demo/load-demo.ts';
import { verifyChain } from '#lib/server/queries/verify-chain.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { aDemo } from '#tests/support/demo.ts';
import { aCoordinatorOf, addOwnCoordinator } from '#tests/support/demo-coordinators.ts';
import { rowCounts } from '#tests/support/row-counts.ts';
import { testLists } from './lists.ts';
import { exportProblems, sampleCatalogue } from '#tests/support/sample-catalogue.ts';

const NOW = new Date('2026-06-15T10:00:00.000Z');

let opened: TestDatabase;
let db: Db;
let removeFiles: () => void;
let projectId: string;

beforeAll(async () => {
	opened = await openTestDatabase();
	db = opened.db;
	({ remove: removeFiles } = await aDemo(db));
	projectId = (await db.selectFrom('project').select('id').executeTakeFirstOrThrow()).id;
}, 300_000);

afterAll(async () => {
	await loadClock(db);
	await opened.close();
	removeFiles();
});

test('the published entries of the demo leave in every format as the format asks', async () => {
	const { published, issues } = await exportProblems(db, projectId);
	expect(published).toBeGreaterThan(3);
	expect(issues).toEqual([]);
});

test('24 sample entries stand in every state, over all themes and universities, with every kind of gap, for a year', async () => {
	const found = await sampleCatalogue(db);
	const states = [...PROPOSED_ALGORITHM.steps.map(({ state }) => state), 'on-hold', 'merged', 'retired'];
	expect(found).toMatchObject({
		count: 24,
		origins: new Set(['sample']),
		states: new Set(states),
		owners: new Set(['kaznu', 'ayu', 'koksu', 'fpi', 'tiiame', 'binrm', 'bsu', 'iau']),
		themes: found.subjects,
		gaps: new Set(['missing', 'weak']),
		turns: new Set(['created', 'step', 'returned', 'reset', 'held', 'merged', 'retired']),
		targets: new Set(['2026-12-31 sample'])
	});
	expect(found.subjects.size).toBe(7);
	expect(found.reasons.length).toBeGreaterThan(0);
	expect(found.reasons).not.toContain('');
	expect(found.since < '2025-06-15').toBe(true);
});

testLists(() => db);

test('the demo stands in every state that its pages show', async () => {
	const rows = await db.selectFrom('item').select(['code', 'state']).orderBy('code').execute();
	const states = new Set(rows.map(({ state }) => state));
	for (const state of [
		'planned',
		'in-preparation',
		'in-review',
		'changes-requested',
		'reviewed',
		'approved',
		'submitted',
		'accepted',
		'revision-by-funder',
		'withdrawn',
		'claimed',
		'verifying',
		'returned',
		'verified',
		'declared',
		'not-achieved'
	])
		expect(states).toContain(state);
	expect(rows).toContainEqual({ code: 'D4.2', state: 'in-preparation' });
	expect(rows).toContainEqual({ code: 'MS3', state: 'claimed' });
});

test('the live story starts with a draft of KOKSU, contributors from AYU and UCY, and nobody asked to review', async () => {
	const item = await db.selectFrom('item').select('id').where('code', '=', 'D4.2').executeTakeFirstOrThrow();
	const organisations = await db
		.selectFrom('contribution')
		.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
		.select('organisation.acronym')
		.distinct()
		.where('itemId', '=', item.id)
		.orderBy('organisation.acronym')
		.execute();
	expect(organisations.map(({ acronym }) => acronym)).toEqual(['AYU', 'KOKSU', 'UCY']);
	expect(await db.selectFrom('itemVersion').select('number').where('itemId', '=', item.id).execute()).toEqual(
		[{ number: 1 }]
	);
	expect(
		await db.selectFrom('reviewAssignment').select('id').where('itemId', '=', item.id).execute()
	).toEqual([]);
});

test('one deliverable was submitted twelve days late after two slips, and one signature no longer covers its file', async () => {
	const late = await db
		.selectFrom('deliverable')
		.innerJoin('item', 'item.id', 'deliverable.itemId')
		.select(['agreedOn', 'submittedOn', 'lateJustification'])
		.where('code', '=', 'D2.1')
		.executeTakeFirstOrThrow();
	expect(late).toMatchObject({ agreedOn: '2024-05-31', submittedOn: '2024-06-12' });
	expect(late.lateJustification).not.toBeNull();
	const moves = await db
		.selectFrom('dateMove')
		.innerJoin('item', 'item.id', 'dateMove.itemId')
		.select('toOn')
		.where('code', '=', 'D2.1')
		.orderBy('movedAt')
		.execute();
	expect(moves.map(({ toOn }) => toOn)).toEqual(['2024-06-05', '2024-06-12']);
	const stale = await db
		.selectFrom('signature')
		.innerJoin('item', 'item.id', 'signature.itemId')
		.innerJoin('reviewRound', 'reviewRound.id', 'signature.roundId')
		.select('outcome')
		.where('code', '=', 'D5.4')
		.execute();
	expect(stale).toEqual([{ outcome: 'superseded' }]);
});

test('every event of the history happened before the day of the demo, in order, and the chain is unbroken', async () => {
	const events = await db
		.selectFrom('auditEvent')
		.select('at')
		.where('chain', '=', projectId)
		.orderBy('sequence')
		.execute();
	const times = events.map(({ at }) => at);
	expect(times).toEqual(times.toSorted());
	expect(times.at(-1) ?? '').toMatch(/^2026-06-1[0-4]/);
	expect(await verifyChain(db, projectId)).toMatchObject({ broken: null });
});

test('the day of loading is 15 June 2026 on the clock of the demo', () => {
	expect(isDemoClock()).toBe(true);
	expect(dayIn('Europe/Madrid', now())).toMatch(/^2026-06-1[56]$/);
	for (const hour of ['00:10', '12:00', '21:59', '22:01', '23:59']) {
		const moment = demoNow(new Date(`2027-01-31T${hour}:00.000Z`));
		expect([hour, dayIn('Europe/Madrid', moment)]).toEqual([hour, '2026-06-15']);
		expect(moment.toISOString().slice(11, 16)).toBe(hour);
	}
});

test('fourteen accounts with the demo password; their colleagues cannot sign in; no mail waits to be sent', async () => {
	const people = await db.selectFrom('person').select(['email', 'passwordHash', 'origin']).execute();
	const accounts = people.filter(({ passwordHash }) => passwordHash !== null);
	expect(accounts).toHaveLength(14);
	expect(people.every(({ email, origin }) => email.endsWith('@leslie.example') && origin === 'sample')).toBe(
		true
	);
	expect(await verifyPassword(accounts[0]?.passwordHash ?? null, 'demo-password')).toBe(true);
	const waiting = await db.selectFrom('outboxMail').select('id').where('sentAt', 'is', null).execute();
	expect(waiting).toEqual([]);
});

test('the three QA people come from three organisations, and one of these contributed to D4.2', async () => {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('membership', 'membership.personId', 'roleGrant.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select('organisation.acronym')
		.where('roleGrant.role', 'in', ['qa-lead', 'qa-reviewer'])
		.orderBy('organisation.acronym')
		.execute();
	expect(rows.map(({ acronym }) => acronym)).toEqual(['TIIAME-NRU', 'UCY', 'UNICAS']);
});

test('removing the sample data takes the word, and somebody of the consortium who can sign in afterwards', async () => {
	const actor = await aCoordinatorOf(db, 'coordinator@leslie.example');
	const before = await rowCounts(db);
	const refused = await removeSampleData(db, actor, { word: 'yes' }, NOW).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(Refusal);
	expect(refused instanceof Refusal && refused.reasons.map(({ code }) => code)).toEqual([
		'no-own-coordinator',
		'word-differs'
	]);
	expect(await rowCounts(db)).toEqual(before);
});

test('replacing the sample data with a plan that does not fit keeps everything', async () => {
	const before = await rowCounts(db);
	const content = JSON.stringify({ deliverables: [{ code: 'D1.1', title: 'Real', work_package: 9 }] });
	const input = { content, into: 'leslie', replaceSample: true };
	expect(await importProject(db, 'Test', input, NOW)).toMatchObject({ ok: false });
	expect(await rowCounts(db)).toEqual(before);
});

test('after the removal nothing invented is left in any table, the facts stay, and the chain is unbroken', async () => {
	await addOwnCoordinator(db, projectId, NOW);
	const actor = await aCoordinatorOf(db, 'own@example.org');
	const events = await count('auditEvent');
	await removeSampleData(db, actor, { word: 'leslie' }, NOW);

	const tables = await db.introspection.getTables();
	for (const { name: table, columns } of tables)
		for (const { name: column } of columns.filter(({ name }) => /origin$/i.test(name))) {
			const left = await sql<{ n: number }>`
				select count(*) as n from ${sql.table(table)} where ${sql.ref(column)} = 'sample'`.execute(db);
			expect({ table, column, left: Number(left.rows[0]?.n) }).toEqual({ table, column, left: 0 });
		}
	const counts = await rowCounts(db);
	for (const table of [
		'item',
		'task',
		'risk',
		'baseline',
		'baseline_entry',
		'evidence',
		'stored_file',
		'signature',
		'review_round',
		'review_comment',
		'item_version',
		'contribution',
		'date_move',
		'checklist',
		'quality_plan_version',
		'health_override',
		'outbox_mail',
		'indicator_target_proposal',
		'link_check',
		'setting'
	])
		expect({ table, rows: counts[table] }).toEqual({ table, rows: 0 });
	expect(counts).toMatchObject({
		person: 1,
		membership: 1,
		organisation: 14,
		work_package: 6,
		fact: 43,
		development_goal: 6,
		indicator: 8,
		outreach: 9,
		theme: 9,
		meeting: 2,
		decision: 2
	});

	const leads = await db
		.selectFrom('workPackage')
		.leftJoin('organisation', 'organisation.id', 'leadOrganisationId')
		.select(['number', 'organisation.acronym', 'startMonth'])
		.orderBy('number')
		.execute();
	expect(leads.map(({ acronym }) => acronym)).toEqual(['UPV', null, null, 'UPV', null, null]);
	expect(leads.every(({ startMonth }) => startMonth === null)).toBe(true);

	expect(await count('auditEvent')).toBe(events + 1);
	expect(await verifyChain(db, projectId)).toMatchObject({ broken: null });
	await loadClock(db);
	expect(isDemoClock()).toBe(false);
});

test('and the project takes the real plan', async () => {
	const plan = {
		deliverables: [
			{
				code: 'D1.1',
				title: 'Real handbook',
				work_package: 1,
				lead: 'upv',
				type: 'R',
				level: 'SEN',
				due_month: 3
			}
		]
	};
	const input = { content: JSON.stringify(plan), into: 'leslie' };
	expect(await importProject(db, 'Test', input, NOW)).toMatchObject({ ok: true });
	expect(await db.selectFrom('item').select(['code', 'origin', 'agreedOn']).execute()).toEqual([
		{ code: 'D1.1', origin: 'entered', agreedOn: '2024-02-29' }
	]);
});

async function count(table: 'auditEvent'): Promise<number> {
	const rows = await db.selectFrom(table).select('sequence').where('chain', '=', projectId).execute();
	return rows.length;
}
