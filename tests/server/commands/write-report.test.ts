import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { ReportKey } from '#lib/domain/reports/reports.ts';
import { writeReport } from '#lib/server/commands/write-report.ts';
import { findReportTexts } from '#lib/server/queries/reports/find-report-texts.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const SPRING = { kind: 'period', from: '2026-04-01', to: '2026-06-30' } as const;
const SAID = { section: 'summary', version: 0, text: 'What we did.' } as const;

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const koksu = await anOrganisation(db, { projectId, country: 'KZ' });
	const scoped = (type: 'country' | 'organisation', id: string) => ({ type, id });
	return {
		projectId,
		coordinator: await anActor(db, { projectId, role: 'coordinator' }),
		partner: await anActor(db, { projectId, role: 'partner', organisationId: koksu.id }),
		kz: await anActor(db, { projectId, role: 'national-coordinator', scope: scoped('country', 'KZ') }),
		lead: await anActor(db, { projectId, role: 'qa-lead' }),
		whole: { ...SPRING, scope: { type: 'project' } } satisfies ReportKey,
		kazakhstan: { ...SPRING, scope: { type: 'country', country: 'KZ' } } satisfies ReportKey,
		own: {
			...SPRING,
			scope: {
				type: 'organisation',
				id: koksu.id,
				code: koksu.code,
				acronym: koksu.acronym,
				name: koksu.name,
				country: 'KZ'
			}
		} satisfies ReportKey
	};
}

test('everybody writes the report of their own part, and no other', () =>
	withDatabase(async (db) => {
		const { coordinator, partner, kz, lead, whole, kazakhstan, own } = await aStage(db);
		const write = (actor: typeof partner, key: ReportKey) => () => writeReport(db, actor, key, SAID, NOW);
		for (const [actor, key] of [
			[partner, whole],
			[partner, kazakhstan],
			[kz, whole]
		] as const)
			expect(await refused(db, write(actor, key))).toEqual(['out-of-scope']);
		expect(await refused(db, write(lead, own))).toEqual(['role-needed']);
		await write(partner, own)();
		await write(kz, kazakhstan)();
		await write(coordinator, whole)();
	}));

test('two who write at once lose nothing: the second sees the first, and every version stays', () =>
	withDatabase(async (db) => {
		const { projectId, partner, kz, own } = await aStage(db);
		expect(await writeReport(db, partner, own, SAID, NOW)).toBe(1);
		expect(await writeReport(db, partner, own, SAID, NOW)).toBe(1);
		const late = writeReport(db, kz, own, { ...SAID, text: 'Something else.' }, NOW);
		await expect(late).rejects.toThrow(Conflict);
		await writeReport(db, kz, own, { ...SAID, version: 1, text: 'Both.' }, NOW);
		const [standing] = await findReportTexts(db, projectId, own);
		expect(standing).toMatchObject({ section: 'summary', version: 2, text: 'Both.' });
		const versions = await db.selectFrom('reportText').select('text').orderBy('version').execute();
		expect(versions.map(({ text }) => text)).toEqual(['What we did.', 'Both.']);
	}));

test('other months and other parts of the project have texts of their own', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, whole, own } = await aStage(db);
		await writeReport(db, coordinator, whole, SAID, NOW);
		expect(await findReportTexts(db, projectId, own)).toEqual([]);
		const winter = { ...whole, from: '2026-01-01', to: '2026-03-31' };
		expect(await findReportTexts(db, projectId, winter)).toEqual([]);
	}));
