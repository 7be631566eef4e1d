import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { filterItems, readItemFilter } from '#lib/domain/item-filter.ts';
import { itemTallies } from '#lib/domain/item-tallies.ts';
import { lateOf } from '#lib/domain/home.ts';
import { isOverdue } from '#lib/domain/lateness.ts';
import { periodFacts } from '#lib/domain/payment-facts.ts';
import { periodReadiness } from '#lib/domain/payment-readiness.ts';
import { isReportable } from '#lib/domain/reports/reports.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { periodBlockText } from '#lib/text/payment.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { moveForecast } from '#lib/server/commands/move-forecast.ts';
import { listDateMoves } from '#lib/server/queries/list-date-moves.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const TODAY = '2026-06-15';

async function aPlan(db: Db) {
	const project = await aProject(db);
	const lead = await anActor(db, { projectId: project.id, name: 'Aigerim' });
	const coordinator = await anActor(db, { projectId: project.id, role: 'coordinator', name: 'Nuria' });
	const deliverable = await aDeliverable(db, {
		projectId: project.id,
		code: 'D4.2',
		leadOrganisationId: lead.organisationId,
		contractualOn: '2026-05-31',
		agreedOn: '2026-05-31'
	});
	return { project, lead, coordinator, deliverable };
}

const forecast = (itemId: string, change: Partial<Parameters<typeof moveForecast>[2]> = {}) => ({
	itemId,
	version: 1,
	toOn: '2026-07-10',
	reasonCode: 'staff',
	reasonText: 'Our writer left.',
	...change
});
const agreed = (itemId: string, change: Partial<Parameters<typeof moveAgreedDate>[2]> = {}) => ({
	itemId,
	version: 1,
	toOn: '2026-06-30',
	reference: 'Steering committee 4, decision 7',
	reasonText: '',
	...change
});

test('an agreed date that moves takes nothing off the lists of what is owed to the funder', () =>
	withDatabase(async (db) => {
		const { coordinator, deliverable } = await aPlan(db);
		await moveAgreedDate(db, coordinator, agreed(deliverable.id, { toOn: '2027-01-31' }), NOW);
		const [item] = await listItems(db, coordinator, { today: TODAY, soonDays: 14 });
		if (!item) throw new Error('the deliverable is gone');

		expect(item).toMatchObject({ agreedBy: 'Steering committee 4, decision 7' });
		expect(item.dates).toMatchObject({ state: 'past-contract', lateDays: 0, contractLateDays: 15 });
		expect(lateOf([item])).toEqual([item]);
		expect(itemTallies([item], []).late).toBe(1);
		expect(filterItems([item], readItemFilter(new URLSearchParams('late=1'), []), null, TODAY)).toEqual([
			item
		]);

		const payable = { ...item, meansWithEvidence: 0 };
		const facts = periodFacts([payable], [], new Set(), TODAY);
		const { verdict, blocks } = periodReadiness(facts, {
			...{ endsOn: '2026-06-30', today: TODAY, packageEndsOn: '2026-06-30' }
		});
		expect(verdict).toBe('blocked');
		expect(blocks.map(periodBlockText)).toEqual([
			'planned, 15 days past the contract; agreed 31 Jan 2027 by Steering committee 4, decision 7'
		]);

		const spring = { from: '2026-04-01', to: '2026-06-30' };
		expect(isReportable({ ...item, isOverdue: isOverdue(item.dates) }, spring)).toBe(true);
	}));

const TABLES = ['item', 'dateMove', 'auditEvent', 'auditHead'] as const;

describe('the forecast', () => {
	test('moves in the hands of the lead, and the ledger says who, when, from where and why', () =>
		withDatabase(async (db) => {
			const { project, lead, deliverable } = await aPlan(db);
			await moveForecast(db, lead, forecast(deliverable.id), NOW);
			const item = await db.selectFrom('item').selectAll().executeTakeFirstOrThrow();
			expect(item).toMatchObject({
				forecastOn: '2026-07-10',
				agreedOn: '2026-05-31',
				contractualOn: '2026-05-31',
				version: 2
			});
			expect(await listDateMoves(db, project.id, deliverable.id, project.timeZone)).toMatchObject([
				{
					dateKind: 'forecast',
					fromOn: '2026-05-31',
					toOn: '2026-07-10',
					reasonCode: 'staff',
					reasonText: 'Our writer left.',
					reference: null,
					movedByName: 'Aigerim',
					movedOn: '2026-06-15'
				}
			]);
			const events = await db.selectFrom('auditEvent').select(['act', 'recordLabel']).execute();
			expect(events).toEqual([{ act: 'item:forecast', recordLabel: 'D4.2' }]);
		}));

	test('moves again from where it was, and keeps every earlier move', () =>
		withDatabase(async (db) => {
			const { project, lead, deliverable } = await aPlan(db);
			await moveForecast(db, lead, forecast(deliverable.id), NOW);
			const later = new Date(NOW.getTime() + 86_400_000);
			await moveForecast(db, lead, forecast(deliverable.id, { version: 2, toOn: '2026-07-01' }), later);
			const moves = await listDateMoves(db, project.id, deliverable.id, project.timeZone);
			expect(moves.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
				['2026-07-10', '2026-07-01'],
				['2026-05-31', '2026-07-10']
			]);
		}));

	test.each([
		['into the past', { toOn: '2026-06-14' }, ['forecast-in-the-past']],
		['for a reason the quality plan does not know', { reasonCode: 'moon' }, ['slip-reason-unknown']],
		['to where it is', { toOn: '2026-05-31' }, ['date-unchanged', 'forecast-in-the-past']]
	])('does not move %s, and nothing changes', (_, change, codes) =>
		withDatabase(async (db) => {
			const { lead, deliverable } = await aPlan(db);
			const before = await contentsOf(db, TABLES);
			expect(await codesOf(moveForecast(db, lead, forecast(deliverable.id, change), NOW))).toEqual(codes);
			expect(await contentsOf(db, TABLES)).toBe(before);
		})
	);

	test('of a submitted deliverable stays', () =>
		withDatabase(async (db) => {
			const { lead, deliverable } = await aPlan(db);
			await db.updateTable('deliverable').set({ submittedOn: '2026-06-12' }).execute();
			const before = await contentsOf(db, TABLES);
			expect(await codesOf(moveForecast(db, lead, forecast(deliverable.id), NOW))).toEqual([
				'dates-fixed-when-done'
			]);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('is not for partners who neither lead nor contribute, nor for reviewers', () =>
		withDatabase(async (db) => {
			const { project, deliverable } = await aPlan(db);
			const stranger = await anActor(db, { projectId: project.id });
			const reviewer = await anActor(db, { projectId: project.id, role: 'qa-reviewer' });
			const before = await contentsOf(db, TABLES);
			expect(await codesOf(moveForecast(db, stranger, forecast(deliverable.id), NOW))).toEqual([
				'out-of-scope'
			]);
			expect(await codesOf(moveForecast(db, reviewer, forecast(deliverable.id), NOW))).toEqual([
				'role-needed'
			]);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('a work package leader moves it in the own work package only', () =>
		withDatabase(async (db) => {
			const { project, deliverable } = await aPlan(db);
			const other = await aWorkPackage(db, { projectId: project.id, number: 2 });
			const own = { type: 'work-package', id: deliverable.workPackageId } as const;
			const foreign = { type: 'work-package', id: other.id } as const;
			const leader = await anActor(db, { projectId: project.id, role: 'wp-leader', scope: own });
			const stranger = await anActor(db, { projectId: project.id, role: 'wp-leader', scope: foreign });
			expect(await codesOf(moveForecast(db, stranger, forecast(deliverable.id), NOW))).toEqual([
				'out-of-scope'
			]);
			await expect(moveForecast(db, leader, forecast(deliverable.id), NOW)).resolves.toEqual({
				code: 'D4.2'
			});
		}));

	test('when two move it at once, the second is told what stands now', () =>
		withDatabase(async (db) => {
			const { lead, coordinator, deliverable } = await aPlan(db);
			await moveForecast(db, lead, forecast(deliverable.id), NOW);
			const before = await contentsOf(db, TABLES);
			const second = moveForecast(db, coordinator, forecast(deliverable.id, { toOn: '2026-08-01' }), NOW);
			await expect(second).rejects.toSatisfy(
				(thrown) => thrown instanceof Conflict && thrown.theirs['forecastOn'] === '2026-07-10'
			);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('of another project is not found', () =>
		withDatabase(async (db) => {
			const { deliverable } = await aPlan(db);
			const foreign = await anActor(db, { projectId: (await aProject(db)).id, role: 'coordinator' });
			await expect(moveForecast(db, foreign, forecast(deliverable.id), NOW)).rejects.toThrow(NotFound);
		}));
});

describe('the agreed date', () => {
	test('moves by a decision, also after it was passed, and the ledger keeps how late it was', () =>
		withDatabase(async (db) => {
			const { project, coordinator, deliverable } = await aPlan(db);
			await moveAgreedDate(db, coordinator, agreed(deliverable.id), NOW);
			const item = await db.selectFrom('item').selectAll().executeTakeFirstOrThrow();
			expect(item).toMatchObject({ agreedOn: '2026-06-30', contractualOn: '2026-05-31' });
			expect(await listDateMoves(db, project.id, deliverable.id, project.timeZone)).toMatchObject([
				{
					dateKind: 'agreed',
					fromOn: '2026-05-31',
					toOn: '2026-06-30',
					reference: 'Steering committee 4, decision 7',
					movedOn: '2026-06-15'
				}
			]);
		}));

	test('never moves for a verified milestone: done late stays done late', () =>
		withDatabase(async (db) => {
			const { project, coordinator } = await aPlan(db);
			const milestone = await aMilestone(db, {
				projectId: project.id,
				state: 'verified',
				agreedOn: '2026-05-31',
				milestone: { achievedOn: '2026-06-12' }
			});
			const before = await contentsOf(db, TABLES);
			expect(await codesOf(moveAgreedDate(db, coordinator, agreed(milestone.id), NOW))).toEqual([
				'dates-fixed-when-done'
			]);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('is moved by the coordinator alone, and never without a reference', () =>
		withDatabase(async (db) => {
			const { lead, coordinator, deliverable } = await aPlan(db);
			const before = await contentsOf(db, TABLES);
			expect(await codesOf(moveAgreedDate(db, lead, agreed(deliverable.id), NOW))).toEqual(['role-needed']);
			const bare = agreed(deliverable.id, { reference: ' ' });
			expect(await codesOf(moveAgreedDate(db, coordinator, bare, NOW))).toEqual(['reference-needed']);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));
});
