import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import { MILESTONE_STATES } from '#lib/domain/milestones.ts';
import { countOpen, readiness, type ReadinessFacts } from '#lib/domain/readiness.ts';

const done: ReadinessFacts = {
	deliverables: [{ code: 'D4.1', state: 'accepted' }],
	milestones: [{ code: 'MS3', state: 'verified', means: 2, meansWithEvidence: 2 }],
	risks: [{ number: 1, state: 'closed' }]
};
const codes = (change: Partial<ReadinessFacts>) =>
	readiness({ ...done, ...change }).blocks.map((block) => block.code);

test('with everything accepted, verified and closed, the work package can be declared complete', () => {
	expect(readiness(done)).toEqual({ verdict: 'ready', blocks: [] });
});

test('nothing planned is unknown, never ready', () => {
	expect(readiness({ deliverables: [], milestones: [], risks: [] }).verdict).toBe('unknown');
	expect(
		readiness({ deliverables: [{ code: 'D1.1', state: 'withdrawn' }], milestones: [], risks: [] }).verdict
	).toBe('unknown');
});

describe('what blocks it', () => {
	test.each(DELIVERABLE_STATES.filter((state) => !['accepted', 'withdrawn', 'merged'].includes(state)))(
		'a deliverable that is %s',
		(state) => {
			expect(codes({ deliverables: [{ code: 'D4.2', state }] })).toEqual(['deliverable-not-accepted']);
		}
	);

	test.each(
		MILESTONE_STATES.filter((state) => !['verified', 'declared', 'replaced', 'deferred'].includes(state))
	)('a milestone that is %s', (state) => {
		const milestones = [{ code: 'MS1', state, means: 1, meansWithEvidence: 1 }];
		expect(codes({ milestones })).toEqual(['milestone-not-verified']);
	});

	test('evidence that was withdrawn, even of a declared milestone, and an open risk', () => {
		const milestones = [{ code: 'MS1', state: 'declared', means: 3, meansWithEvidence: 1 }];
		expect(readiness({ ...done, milestones, risks: [{ number: 7, state: 'materialised' }] }).blocks).toEqual([
			{ code: 'evidence-missing', item: 'MS1', missing: 2, of: 3 },
			{ code: 'risk-open', number: 7, state: 'materialised' }
		]);
	});
});

test('it is ready exactly when nothing blocks and something is planned', () => {
	const deliverables = fc.array(
		fc.record({ code: fc.string(), state: fc.constantFrom(...DELIVERABLE_STATES) }),
		{ maxLength: 5 }
	);
	fc.assert(
		fc.property(deliverables, (deliverables) => {
			const { verdict, blocks } = readiness({ deliverables, milestones: [], risks: [] });
			expect(verdict === 'blocked').toBe(blocks.length > 0);
			if (verdict === 'ready') expect(deliverables.some(({ state }) => state === 'accepted')).toBe(true);
		})
	);
});

test('an item with several reasons is open once', () => {
	expect(
		countOpen([
			{ code: 'milestone-not-verified', item: 'MS5', state: 'planned' },
			{ code: 'evidence-missing', item: 'MS5', missing: 1, of: 2 },
			{ code: 'risk-open', number: 5, state: 'assessed' }
		])
	).toBe(2);
});
