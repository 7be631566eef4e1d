import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlans, type PlanEntry } from '#lib/domain/baselines.ts';

const entry = (change: Partial<PlanEntry> = {}): PlanEntry => ({
	kind: 'deliverable',
	recordId: change.code ?? 'D4.2',
	code: 'D4.2',
	title: 'Algorithm',
	leadOrganisationId: 'koksu',
	workPackageNumber: 4,
	startMonth: null,
	endMonth: null,
	dueMonth: 31,
	dueOn: '2026-06-30',
	standing: 'planned',
	...change
});

describe('two plans side by side', () => {
	test('show what was added, what changed by how many days, what left and what is gone', () => {
		const before = [entry(), entry({ code: 'D4.3' }), entry({ code: 'D4.4' }), entry({ code: 'D4.10' })];
		const after = [
			entry({ dueMonth: 32, dueOn: '2026-07-31', leadOrganisationId: 'bsu' }),
			entry({ code: 'D4.3', standing: 'withdrawn' }),
			entry({ code: 'D4.4' }),
			entry({ code: 'D4.5' })
		];
		expect(comparePlans(before, after).map(({ code, change, standing }) => [code, change, standing])).toEqual(
			[
				['D4.2', 'changed', 'planned'],
				['D4.3', 'left', 'withdrawn'],
				['D4.5', 'added', 'planned'],
				['D4.10', 'removed', 'planned']
			]
		);
		expect(comparePlans(before, after)[0]?.fields).toEqual([
			{ field: 'leadOrganisationId', from: 'koksu', to: 'bsu', days: null },
			{ field: 'dueMonth', from: 31, to: 32, days: null },
			{ field: 'dueOn', from: '2026-06-30', to: '2026-07-31', days: 31 }
		]);
	});

	test('come in the order of the plan: work packages, tasks, deliverables, milestones', () => {
		const after = [
			entry({ code: 'MS3', kind: 'milestone' }),
			entry({ code: 'D4.2' }),
			entry({ code: 'T4.1', kind: 'task' }),
			entry({ code: 'WP4', kind: 'work-package' }),
			entry({ code: 'D1.1', workPackageNumber: 1 })
		];
		expect(comparePlans([], after).map(({ code }) => code)).toEqual(['D1.1', 'WP4', 'T4.1', 'D4.2', 'MS3']);
	});
});

const entries = fc.uniqueArray(
	fc.record({
		kind: fc.constantFrom('task', 'deliverable', 'milestone'),
		recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
		code: fc.constantFrom('D1.1', 'D1.2', 'MS1'),
		title: fc.constantFrom('One', 'Two'),
		leadOrganisationId: fc.constantFrom(null, 'x', 'y'),
		workPackageNumber: fc.constantFrom(1, 2),
		startMonth: fc.constant(null),
		endMonth: fc.constant(null),
		dueMonth: fc.constantFrom(null, 3, 4),
		dueOn: fc.constantFrom(null, '2024-02-29', '2024-03-31'),
		standing: fc.constantFrom('planned', 'withdrawn')
	}),
	{ selector: ({ recordId }) => recordId }
);

test('a plan does not differ from itself', () => {
	fc.assert(
		fc.property(entries, (plan) => {
			expect(comparePlans(plan, plan)).toEqual([]);
		})
	);
});

test('every record of either plan is unchanged or named exactly once', () => {
	fc.assert(
		fc.property(entries, entries, (before, after) => {
			const named = comparePlans(before, after).map(({ recordId }) => recordId);
			expect(new Set(named).size).toBe(named.length);
			const keys = (plan: typeof before) => plan.map(({ recordId }) => recordId);
			const onlyOnce = [...keys(before), ...keys(after)].filter(
				(id) => keys(before).includes(id) !== keys(after).includes(id)
			);
			for (const id of onlyOnce) expect(named).toContain(id);
		})
	);
});
