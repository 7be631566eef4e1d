import { expect, test } from 'vitest';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';
import { refused } from '#tests/support/refused.ts';

test('a verifier with a conflict declared since does not count toward two verifiers', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { milestone: { paymentRelevant: 1 } });
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		for (const verifier of [made.verifier, made.second]) {
			await steps.assign(made.qaLead, verifier);
			await steps.judge(verifier);
		}
		await steps.verify(made.verifier);
		const conflict = { personId: made.verifier.personId, reason: 'Advises the leader' };
		await declareConflict(db, made.qaLead, conflict, NOW);
		await steps.verify(made.second);
		expect((await steps.read(made.qaLead)).facts.state).toBe('verifying');
	}));

test('a verified milestone is not declared once its verifier is no longer independent', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		const conflict = { personId: made.verifier.personId, reason: 'Advises the leader' };
		await declareConflict(db, made.qaLead, conflict, NOW);
		expect(await refused(db, () => steps.declare(made.coordinator))).toEqual(['verifier-not-independent']);
	}));
