import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, Refusal } from '#lib/domain/reasons.ts';
import type { ProjectSettings } from '#lib/schemas/project-settings.ts';
import { importProject } from '#lib/server/commands/import-project.ts';
import { updateProject } from '#lib/server/commands/update-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const SECOND = readFileSync(new URL('../../support/second-project.json', import.meta.url), 'utf8');
const NOW = new Date('2025-03-03T09:00:00.000Z');

const SAME: ProjectSettings = {
	version: 1,
	acronym: 'SECOND',
	title: 'A second project, to which nobody of the first belongs',
	grantNumber: null,
	callCode: null,
	programme: null,
	grantingAuthority: null,
	website: null,
	startOn: '2025-01-01',
	durationMonths: 24,
	timeZone: 'Asia/Nicosia',
	reference: ''
};

async function aLoadedProject(db: Db) {
	const loaded = await importProject(db, 'Test', { content: SECOND }, NOW);
	if (!loaded.ok) throw new Error('the second project does not load');
	return anActor(db, { projectId: loaded.projectId, role: 'coordinator' });
}

test('another first day moves the due dates with their months, and the ledger says why', () =>
	withDatabase(async (db) => {
		const actor = await aLoadedProject(db);
		const input = { ...SAME, startOn: '2025-02-01', reference: 'Grant agreement, article 3' };
		expect(await updateProject(db, actor, input, NOW)).toEqual({ moved: 2 });

		const items = await db
			.selectFrom('item')
			.select(['code', 'contractualOn', 'agreedOn'])
			.orderBy('code')
			.execute();
		expect(items).toEqual([
			{ code: 'D4.2', contractualOn: '2026-07-31', agreedOn: '2026-07-31' },
			{ code: 'MS3', contractualOn: '2026-08-31', agreedOn: '2026-08-31' }
		]);
		const moves = await db
			.selectFrom('dateMove')
			.select(['dateKind', 'fromOn', 'toOn', 'reference'])
			.where('toOn', '=', '2026-07-31')
			.orderBy('dateKind')
			.execute();
		const move = { fromOn: '2026-06-30', toOn: '2026-07-31', reference: 'Grant agreement, article 3' };
		expect(moves).toEqual([
			{ dateKind: 'agreed', ...move },
			{ dateKind: 'contractual', ...move }
		]);
		const baseline = await db
			.selectFrom('baselineEntry')
			.select('dueOn')
			.where('code', '=', 'D4.2')
			.execute();
		expect(baseline).toEqual([{ dueOn: '2026-06-30' }]);
		const [last] = await db
			.selectFrom('auditEvent')
			.select(['act', 'details'])
			.orderBy('sequence', 'desc')
			.execute();
		expect(last?.act).toBe('project:edit');
		expect(last?.details).toContain('"movedItems":["D4.2","MS3"]');
	}));

test('without a reference, or too short for its plan, nothing changes', () =>
	withDatabase(async (db) => {
		const actor = await aLoadedProject(db);
		const input = { ...SAME, startOn: '2025-02-01', durationMonths: 12 };
		const refused = await updateProject(db, actor, input, NOW).catch((error: unknown) => error);
		expect(refused instanceof Refusal && refused.reasons.map(({ code }) => code)).toEqual([
			'planned-after-end',
			'start-without-reference'
		]);
		const project = await db.selectFrom('project').select(['startOn', 'version']).executeTakeFirst();
		expect(project).toEqual({ startOn: '2025-01-01', version: 1 });
	}));

test('who saw an older version is told what stands now', () =>
	withDatabase(async (db) => {
		const actor = await aLoadedProject(db);
		await updateProject(db, actor, { ...SAME, acronym: 'NEWER' }, NOW);
		const late = await updateProject(db, actor, { ...SAME, acronym: 'LATER' }, NOW).catch(
			(error: unknown) => error
		);
		expect(late instanceof Conflict && late.theirs['acronym']).toBe('NEWER');
	}));

test('only a coordinator changes the settings', () =>
	withDatabase(async (db) => {
		const { projectId } = await aLoadedProject(db);
		const partner = await anActor(db, { projectId, role: 'partner' });
		await expect(updateProject(db, partner, { ...SAME, acronym: 'MINE' }, NOW)).rejects.toBeInstanceOf(
			Refusal
		);
		expect(await db.selectFrom('project').select('acronym').execute()).toEqual([{ acronym: 'SECOND' }]);
	}));

test('another first day leaves the dates of what was submitted, so that it stays as late as it was', () =>
	withDatabase(async (db) => {
		const actor = await aLoadedProject(db);
		await db.updateTable('deliverable').set({ submittedOn: '2026-07-10' }).execute();
		const input = { ...SAME, startOn: '2025-02-01', reference: 'Grant agreement, article 3' };
		expect(await updateProject(db, actor, input, NOW)).toEqual({ moved: 1 });
		const done = await db.selectFrom('item').select('agreedOn').where('code', '=', 'D4.2').execute();
		expect(done).toEqual([{ agreedOn: '2026-06-30' }]);
	}));
