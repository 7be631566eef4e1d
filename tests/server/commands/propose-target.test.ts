import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import { decideTarget } from '#lib/server/commands/decide-target.ts';
import { proposeTarget } from '#lib/server/commands/propose-target.ts';
import { createIndicator, editIndicator } from '#lib/server/commands/save-indicator.ts';
import { findIndicatorPage } from '#lib/server/queries/find-indicator-page.ts';
import { findFrame } from '#lib/server/queries/find-frame.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const { id: organisationId } = await anOrganisation(db, { projectId });
	const mine = await aWorkPackage(db, { projectId, number: 4 });
	const other = await aWorkPackage(db, { projectId, number: 5 });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const leading = (id: string) =>
		anActor(db, { projectId, organisationId, role: 'wp-leader', scope: { type: 'work-package', id } });
	const leader = await leading(mine.id);
	const stranger = await leading(other.id);
	const definition = {
		code: 'I10',
		title: 'Teachers trained',
		description: '',
		unit: 'people',
		baseline: null,
		baselineOn: null,
		level: 'PU' as const,
		measure: null,
		workPackageIds: [mine.id],
		goalIds: [],
		reporterIds: [organisationId],
		targets: [{ dueOn: '2026-11-30', value: 500, note: 'Agreed' }],
		dimensions: []
	};
	await createIndicator(db, coordinator, definition, NOW);
	const page = async () => {
		const found = await findIndicatorPage(db, coordinator, 'I10', TODAY);
		if (!found?.inside) throw new Error('no indicator');
		return { ...found, proposals: found.inside.proposals };
	};
	const { indicator } = await page();
	const asked = {
		indicatorId: indicator.id,
		dueOn: '2026-11-30',
		value: 450,
		reason: 'One training falls away'
	};
	const waiting = async () => (await findFrame(db, projectId)).proposedTargets;
	return { projectId, coordinator, leader, stranger, definition, indicator, asked, page, waiting };
}

test('the leader of its work package proposes a target, and it stands when the coordinator accepts', () =>
	withDatabase(async (db) => {
		const { coordinator, leader, stranger, definition, indicator, asked, page, waiting } = await aStage(db);
		expect(await refused(db, () => proposeTarget(db, stranger, asked, NOW))).toEqual(['out-of-scope']);
		expect(await refused(db, () => proposeTarget(db, coordinator, asked, NOW))).toEqual(['role-needed']);
		await proposeTarget(db, leader, asked, NOW);
		expect(await refused(db, () => proposeTarget(db, leader, asked, NOW))).toEqual(['target-proposal-open']);
		expect(await waiting()).toBe(1);
		const [proposal] = (await page()).proposals;
		expect((await page()).targets).toMatchObject([{ value: 500 }]);

		const decided = { proposalId: proposal?.id ?? '', verdict: 'accepted' as const, note: '' };
		expect(await refused(db, () => decideTarget(db, leader, decided, NOW))).toEqual(['role-needed']);
		await decideTarget(db, coordinator, decided, NOW);
		expect((await page()).targets).toMatchObject([{ dueOn: '2026-11-30', value: 450 }]);
		expect(await waiting()).toBe(0);
		expect(await refused(db, () => decideTarget(db, coordinator, decided, NOW))).toEqual([
			'target-proposal-settled'
		]);
		// A form opened before would write the old target over it.
		const stale = { ...definition, indicatorId: indicator.id, version: 1 };
		await expect(editIndicator(db, coordinator, stale, NOW)).rejects.toThrow(Conflict);
	}));

test('a declined proposal keeps the target, and its reason', () =>
	withDatabase(async (db) => {
		const { coordinator, leader, asked, page } = await aStage(db);
		await proposeTarget(db, leader, asked, NOW);
		const [open] = (await page()).proposals;
		const note = 'The others hold one more';
		await decideTarget(db, coordinator, { proposalId: open?.id ?? '', verdict: 'declined', note }, NOW);
		const { targets, proposals } = await page();
		expect(targets).toMatchObject([{ value: 500 }]);
		expect(proposals).toMatchObject([{ verdict: 'declined', verdictNote: note, decider: coordinator.name }]);
		await proposeTarget(db, leader, asked, NOW);
	}));
