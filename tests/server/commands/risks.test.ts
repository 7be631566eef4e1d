import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ProposeRiskSchema } from '#lib/schemas/risks.ts';
import type { Db } from '#db/schema.ts';
import { monthEnd } from '#lib/domain/days.ts';
import { assessRisk } from '#lib/server/commands/assess-risk.ts';
import { editRisk, giveRisk } from '#lib/server/commands/edit-risk.ts';
import { endMeasure } from '#lib/server/commands/end-measure.ts';
import { materialiseRisk, moveRisk } from '#lib/server/commands/move-risk.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { proposeRisk } from '#lib/server/commands/propose-risk.ts';
import { writeStatement } from '#lib/server/commands/write-statement.ts';
import { findRiskPage } from '#lib/server/queries/find-risk-page.ts';
import { findRiskFacts } from '#lib/server/queries/find-risk-facts.ts';
import { listRiskStandings, listStatementGaps } from '#lib/server/queries/list-statement-gaps.ts';
import { aReportingPeriod, lockLastCheckIn } from '#tests/support/builders/a-reporting-period.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aStage(db: Db) {
	const project = await aProject(db);
	const projectId = project.id;
	const workPackage = await aWorkPackage(db, { projectId });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const partner = await anActor(db, { projectId, name: 'Oraz' });
	return { project, projectId, workPackage, coordinator, partner };
}

const seen = async (db: Db, projectId: string, number: number) => {
	const risk = await findRiskFacts(db, projectId, { number });
	if (!risk) throw new Error('no such risk');
	return risk;
};

describe('a risk from the first word to its end', () => {
	test('a partner reports it, the coordinator assesses it, it happens and is handled', () =>
		withDatabase(async (db) => {
			const { projectId, workPackage, coordinator, partner } = await aStage(db);
			const { number } = await proposeRisk(
				db,
				partner,
				{ description: 'The server room floods', mitigation: '', workPackageIds: [workPackage.id] },
				NOW
			);
			let risk = await seen(db, projectId, number);
			expect(risk).toMatchObject({ state: 'identified', foreseen: 0, likelihood: null });

			const key = () => ({ riskId: risk.id, version: risk.version });
			await assessRisk(db, coordinator, { ...key(), likelihood: 4, severity: 5, note: 'It rains' }, NOW);
			risk = await seen(db, projectId, number);
			expect(risk).toMatchObject({ state: 'assessed', likelihood: 4, severity: 5 });

			const early = { ...key(), note: '' };
			expect(await refused(db, () => moveRisk(db, coordinator, 'mitigate', early, NOW))).toEqual([
				'risk-without-owner',
				'risk-without-measures'
			]);
			await giveRisk(db, coordinator, { ...key(), ownerId: partner.personId }, NOW);
			const measure = { riskId: risk.id, text: 'Buy a pump', ownerId: partner.personId };
			await planMeasure(db, partner, { ...measure, dueOn: '2026-06-20' }, NOW);
			risk = await seen(db, projectId, number);
			await moveRisk(db, coordinator, 'mitigate', { ...key(), note: '' }, NOW);
			risk = await seen(db, projectId, number);
			await materialiseRisk(db, coordinator, { ...key(), happenedOn: '2026-06-14', note: 'Flood' }, NOW);
			risk = await seen(db, projectId, number);

			const done = { ...key(), note: 'Moved to the first floor' };
			expect(await refused(db, () => moveRisk(db, coordinator, 'handle', done, NOW))).toEqual([
				'risk-measures-open'
			]);
			const step = await db.selectFrom('riskMitigation').selectAll().executeTakeFirstOrThrow();
			const ended = { measureId: step.id, version: 1, outcome: 'done' as const, text: 'It pumps' };
			await endMeasure(db, partner, ended, NOW);
			await moveRisk(db, coordinator, 'handle', done, NOW);
			expect(await seen(db, projectId, number)).toMatchObject({ state: 'handled' });
			const events = await db.selectFrom('riskEvent').select('kind').orderBy('number').execute();
			expect(events.map(({ kind }) => kind)).toEqual([
				'open',
				'assess',
				'edit',
				'mitigate',
				'materialise',
				'handle'
			]);
		}));

	test('a partner cannot assess, and what Annex 1 says cannot be reworded by anybody', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator, partner } = await aStage(db);
			const risk = await aRisk(db, { projectId });
			const key = { riskId: risk.id, version: 1 };
			const assessment = { ...key, likelihood: 1, severity: 1, note: 'Small' };
			expect(await refused(db, () => assessRisk(db, partner, assessment, NOW))).toEqual(['role-needed']);
			const words = { ...key, description: 'Nothing will change', mitigation: '', workPackageIds: [] };
			expect(await refused(db, () => editRisk(db, coordinator, words, NOW))).toEqual(['risk-frozen']);
			const same = { ...key, likelihood: 3, severity: 3, note: 'As before' };
			expect(await refused(db, () => assessRisk(db, coordinator, same, NOW))).toEqual(['risk-unchanged']);
		}));
});

describe('a state of play for every open risk before a reporting period is locked', () => {
	test('the gaps are named until each is written, and a second one replaces the first', () =>
		withDatabase(async (db) => {
			const { project, projectId, coordinator, partner } = await aStage(db);
			const period = await aReportingPeriod(db, { projectId });
			const risk = await aRisk(db, { projectId, ownerId: partner.personId });
			await aRisk(db, { projectId, state: 'closed' });
			await aRisk(db, { projectId, foreseen: 0, openedAt: '2026-01-10T09:00:00.000Z' });
			const span = { number: period.number, endsOn: monthEnd(project.startOn, period.endMonth) };
			const gaps = () => listStatementGaps(db, project, span);
			const standings = async () =>
				(await listRiskStandings(db, project, span)).map(({ hasStatement }) => hasStatement);
			expect(await standings()).toEqual([false, null, null]);
			expect(await gaps()).toEqual([
				{ code: 'state-of-play-missing', risk: `R${risk.number}`, owner: 'Oraz' }
			]);

			const said = { riskId: risk.id, periodId: period.id, measures: 'yes' as const };
			const early = { ...said, materialised: true, text: 'It happened' };
			expect(await refused(db, () => writeStatement(db, partner, early, NOW))).toEqual([
				'statement-says-materialised'
			]);
			await writeStatement(db, partner, { ...said, materialised: false, text: 'Under control' }, NOW);
			await writeStatement(db, coordinator, { ...said, materialised: false, text: 'Still so' }, NOW);
			expect(await gaps()).toEqual([]);
			expect(await standings()).toEqual([true, null, null]);
			expect(await listRiskStandings(db, project, { ...span, number: 2 })).toMatchObject([
				{ hasStatement: null },
				{ hasStatement: null },
				{ hasStatement: null }
			]);
			const rows = await db
				.selectFrom('riskStatement')
				.select(['text', 'replacedAt'])
				.orderBy('id')
				.execute();
			expect(rows).toEqual([
				{ text: 'Under control', replacedAt: NOW.toISOString() },
				{ text: 'Still so', replacedAt: null }
			]);
		}));

	test('nobody writes into a locked period or one that has not begun', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aStage(db);
			const risk = await aRisk(db, { projectId });
			const locked = await aReportingPeriod(db, { projectId });
			await lockLastCheckIn(db, locked, NOW.toISOString());
			const ahead = await aReportingPeriod(db, { projectId, number: 2, startMonth: 33, endMonth: 36 });
			const write = (periodId: string) =>
				writeStatement(
					db,
					coordinator,
					{ riskId: risk.id, periodId, measures: 'no', materialised: false, text: 'Calm' },
					NOW
				);
			expect(await refused(db, () => write(locked.id))).toEqual(['statement-period-locked']);
			expect(await refused(db, () => write(ahead.id))).toEqual(['statement-period-ahead']);
		}));
});

test('a work package that a form names twice is one work package', () =>
	withDatabase(async (db) => {
		const { workPackage, partner } = await aStage(db);
		const typed = { description: 'It rains', workPackageIds: [workPackage.id, workPackage.id] };
		await proposeRisk(db, partner, v.parse(ProposeRiskSchema, typed), NOW);
		expect(await db.selectFrom('riskWorkPackage').select('workPackageId').execute()).toHaveLength(1);
	}));

test('no state of play is asked for of a reporting period that was over before the risk was reported', () =>
	withDatabase(async (db) => {
		const { project, projectId, workPackage, coordinator } = await aStage(db);
		await aReportingPeriod(db, { projectId, number: 1, startMonth: 1, endMonth: 18 });
		await aReportingPeriod(db, { projectId, number: 2, startMonth: 19, endMonth: 36 });
		const words = { description: 'The road is closed', mitigation: '', workPackageIds: [workPackage.id] };
		const { number } = await proposeRisk(db, coordinator, words, NOW);
		const when = { startOn: project.startOn, today: '2026-06-15', timeZone: project.timeZone };
		const page = await findRiskPage(db, coordinator, number, when);
		expect(page?.periods.map(({ number, isAsked }) => [number, isAsked])).toEqual([
			[1, false],
			[2, true]
		]);

		const { id } = await aRisk(db, { projectId, number: 40 });
		await db.updateTable('risk').set({ openedAt: null }).where('id', '=', id).execute();
		const planned = await findRiskPage(db, coordinator, 40, when);
		expect(planned?.periods.map(({ isAsked }) => isAsked)).toEqual([true, true]);
	}));
