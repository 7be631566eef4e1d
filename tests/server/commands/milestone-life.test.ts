import { expect, test } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

test('a milestone goes from its evidence through one verifier to the declaration', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const steps = stepsOf(db, made.item.id);
		const states: string[] = [];
		const note = async () => states.push((await steps.read(made.leader)).facts.state);

		await steps.claim(made.leader).then(note);
		await steps.assign(made.qaLead, made.verifier).then(note);
		await steps.judge(made.verifier).then(note);
		await steps.verify(made.verifier).then(note);
		await steps.declare(made.coordinator).then(note);

		expect(states).toEqual(['claimed', 'verifying', 'verifying', 'verified', 'declared']);
		const row = await db.selectFrom('milestone').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({
			achievedOn: '2026-06-15',
			verifiedOn: '2026-06-15',
			declaredOn: '2026-06-15'
		});
		const signatures = await db.selectFrom('signature').selectAll().orderBy('id').execute();
		expect(signatures.map(({ meaning, personName }) => [meaning, personName])).toEqual([
			['verified', 'Vera'],
			['countersigned', 'Cora']
		]);
		const round = await db.selectFrom('reviewRound').selectAll().executeTakeFirstOrThrow();
		expect(round.outcome).toBe('verified');
		expect(new Set(signatures.map(({ coversSha256 }) => coversSha256))).toEqual(
			new Set([round.coversSha256])
		);
		expect(JSON.parse(round.covers)).toMatchObject({
			means: [{ position: 1, evidence: [{ name: 'Signed attendance list' }] }, { position: 2 }]
		});
	}));

test('a milestone that decides a payment needs two verifiers', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { milestone: { paymentRelevant: 1 } });
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		expect((await steps.read(made.leader)).facts.state).toBe('verifying');

		await steps.assign(made.qaLead, made.second);
		await steps.judge(made.second);
		await steps.verify(made.second);
		expect((await steps.read(made.leader)).facts.state).toBe('verified');
	}));

test('a return goes back to the lead, and the next claim starts anew with new verifiers', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier, 'insufficient');
		await steps.return(made.verifier);
		const { facts } = await steps.read(made.leader);
		expect(facts).toMatchObject({ state: 'returned', assignments: [], claim: { outcome: 'returned' } });

		await steps.claim(made.leader);
		const again = (await steps.read(made.leader)).facts;
		expect(again).toMatchObject({ state: 'claimed', claim: { number: 2, judgements: [], verifiers: [] } });
	}));
