import { expect, test } from 'vitest';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { publishQualityPlan } from '#lib/server/commands/publish-quality-plan.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { findDecisionPage } from '#lib/server/queries/find-decision-page.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import { A_NEW_DECISION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

test('a date that a decision moved leads to the decision, and the decision to the date', () =>
	withDatabase(async (db) => {
		const { coordinator, projectId, workPackage } = await anActionProject(db);
		const item = await aDeliverable(db, { projectId, workPackageId: workPackage.id });
		await recordDecision(db, coordinator, { ...A_NEW_DECISION, how: 'written' }, NOW);
		const move = {
			itemId: item.id,
			version: 1,
			toOn: '2026-12-24',
			reference: 'DEC-001, point 2',
			reasonText: ''
		};
		await moveAgreedDate(db, coordinator, move, NOW);
		const found = await findMovableItem(db, projectId, { id: item.id });
		expect(found?.item.agreedReference).toBe('DEC-001, point 2');
		const page = await findDecisionPage(db, coordinator, 'dec-001', TODAY);
		expect(page?.effects?.map(({ kind, itemCode, toOn }) => [kind, itemCode, toOn])).toEqual([
			['date-move', item.code, '2026-12-24']
		]);
	}));

test('a quality plan names its decision; one that names a decision that is none is not published', () =>
	withDatabase(async (db) => {
		const { coordinator } = await anActionProject(db);
		await recordDecision(db, coordinator, { ...A_NEW_DECISION, how: 'written' }, NOW);
		const publish = (note: string) =>
			publishQualityPlan(
				db,
				coordinator,
				{ basedOn: 0, note, plan: { ...PROPOSED_QUALITY_PLAN, reviewWorkingDays: 8 } },
				NOW
			);
		expect(await refused(db, () => publish('As DEC-009 has it'))).toEqual(['decision-unknown']);
		await publish('As DEC-001 has it');
		const effect = await db.selectFrom('decisionEffect').selectAll().executeTakeFirstOrThrow();
		expect(effect).toMatchObject({ kind: 'quality-plan', label: 'Quality plan 1', itemId: null });
	}));
