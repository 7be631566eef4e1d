import { expect, test } from 'vitest';
import { Conflict, Refusal } from '#lib/domain/reasons.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

/** One attempt may lose a race; it is then refused as a conflict and, made again, goes through. */
async function untilDone(attempt: () => Promise<void>): Promise<void> {
	await attempt().catch((problem: unknown) => {
		if (problem instanceof Conflict) return untilDone(attempt);
		throw problem;
	});
}

test('two verifiers who sign at the same moment both count, and the milestone is verified once', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { milestone: { paymentRelevant: 1 } });
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		for (const verifier of [made.verifier, made.second]) {
			await steps.assign(made.qaLead, verifier);
			await steps.judge(verifier);
		}
		await Promise.all([
			untilDone(() => steps.verify(made.verifier)),
			untilDone(() => steps.verify(made.second))
		]);

		const { facts } = await steps.read(made.leader);
		expect(facts.state).toBe('verified');
		expect(facts.claim?.verifiers.map(({ name }) => name).sort()).toEqual(['Sam', 'Vera']);
		const closed = await db.selectFrom('reviewRound').select('outcome').execute();
		expect(closed).toEqual([{ outcome: 'verified' }]);
	}));

test('a signature sent twice at the same moment is given once', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { milestone: { paymentRelevant: 1 } });
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		const sent = await Promise.allSettled([steps.verify(made.verifier), steps.verify(made.verifier)]);

		const lost = sent.filter((one) => one.status === 'rejected').map(({ reason }): unknown => reason);
		expect(lost).toHaveLength(1);
		expect(lost[0] instanceof Refusal || lost[0] instanceof Conflict).toBe(true);
		expect(await db.selectFrom('signature').select('personName').execute()).toHaveLength(1);
	}));

test('a return and a signature at the same moment: one of them wins, whole', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { milestone: { goNoGo: 1 } });
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		for (const verifier of [made.verifier, made.second]) await steps.assign(made.qaLead, verifier);
		await steps.judge(made.verifier);
		await steps.judge(made.second, 'insufficient');
		await Promise.allSettled([steps.verify(made.verifier), steps.return(made.second)]);

		const { facts } = await steps.read(made.leader);
		const signatures = facts.claim?.verifiers.length;
		expect([
			{ state: 'returned', outcome: 'returned', signatures },
			{ state: 'verifying', outcome: null, signatures: 1 }
		]).toContainEqual({ state: facts.state, outcome: facts.claim?.outcome, signatures });
	}));
