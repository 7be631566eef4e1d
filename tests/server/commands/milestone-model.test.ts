import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import { SETTLED_MILESTONE_STATES } from '#lib/domain/milestones.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { endMilestone } from '#lib/server/commands/end-milestone.ts';
import { reopenMilestone } from '#lib/server/commands/reopen-milestone.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { testEngine } from '#tests/support/engine.ts';
import { aModel, ALL_STEPS, isAllowed, take, type Model, type Step } from '#tests/support/milestone-model.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

/** What is tried: usually one of the steps that lead on, as drawn; now and then any step of anybody. */
const tries = fc.array(
	fc.record({ draw: fc.nat(), stray: fc.option(fc.constantFrom(...ALL_STEPS), { freq: 3 }) }),
	{ minLength: 6, maxLength: 16 }
);
type Try = { draw: number; stray: Step | null };

function chosen(model: Model, { draw, stray }: Try): Step | undefined {
	if (stray !== null && draw % 3 === 0) return stray;
	const leading = ALL_STEPS.filter(
		(step) => isAllowed(model, step) && (step.do !== 'end' || draw % 13 === 0)
	);
	return leading[draw % leading.length] ?? stray ?? undefined;
}

async function play(db: Db, tries: readonly Try[], isCritical: boolean) {
	const made = await aClaimableMilestone(db, {
		milestone: { paymentRelevant: isCritical ? 1 : 0 },
		means: [{ text: 'Attendance list', evidence: true }]
	});
	const doing = stepsOf(db, made.item.id);
	const model = aModel(isCritical ? 2 : 1);
	let before = (await doing.read(made.leader)).facts;
	for (const one of tries) {
		const step = chosen(model, one);
		if (!step) break;
		const problem: unknown = await run(step).then(
			() => undefined,
			(thrown: unknown) => thrown
		);
		if (problem !== undefined) expect(problem).toBeInstanceOf(Refusal);
		expect({ step, isDone: problem === undefined }).toEqual({ step, isDone: isAllowed(model, step) });
		if (problem === undefined) take(model, step);

		const { facts } = await doing.read(made.leader);
		expect(facts.state).toBe(model.state);
		if (problem !== undefined) expect(facts).toEqual(before);
		before = facts;
		expect(milestoneHolder(facts) === null).toBe(SETTLED_MILESTONE_STATES.includes(facts.state));
		const signers = facts.claim?.verifiers.map(({ personId }) => personId) ?? [];
		expect(new Set(signers).size).toBe(signers.length);
		expect(signers).not.toContain(facts.claim?.claimantId);
		if (facts.state === 'verified' || facts.state === 'declared')
			expect(signers.length).toBeGreaterThanOrEqual(model.needed);
	}

	function run(step: Step): Promise<void> {
		const by = made[step.by];
		const itemId = made.item.id;
		switch (step.do) {
			case 'assign':
				return doing.assign(by, made[step.whom]);
			case 'judge':
				return doing.judge(by, step.verdict);
			case 'reopen':
				return reopenMilestone(db, by, { itemId, reason: 'Remark' }, NOW);
			case 'end':
				return endMilestone(db, by, { itemId, reason: 'r', consequence: 'c', reference: 'd' }, NOW);
			default:
				return doing[step.do](by);
		}
	}
}

test(
	'whatever people try in whatever order, a milestone does what its rules say',
	{ timeout: 240_000 },
	async () => {
		const numRuns = testEngine() === 'sqlite' ? 150 : 12;
		const { db, close } = await openTestDatabase();
		await fc
			.assert(
				fc.asyncProperty(tries, fc.boolean(), (tries, isCritical) => play(db, tries, isCritical)),
				{ numRuns, endOnFailure: true }
			)
			.finally(close);
	}
);
