import { expect, test } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import { deferMilestone } from '#lib/server/commands/defer-milestone.ts';
import { endMilestone } from '#lib/server/commands/end-milestone.ts';
import { reopenMilestone } from '#lib/server/commands/reopen-milestone.ts';
import { replaceMilestone } from '#lib/server/commands/replace-milestone.ts';
import { withdrawEvidence } from '#lib/server/commands/withdraw-evidence.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

const WHY = { reason: 'The law came late', consequence: 'No pilot this year', reference: 'SC minutes 7, 3' };

test('a milestone that is not achieved opens a risk under the next number', () =>
	withDatabase(async (db) => {
		const { projectId, item, coordinator, leader, lead, workPackage } = await aClaimableMilestone(db);
		const risk = { mitigation: '', likelihood: null, severity: null, ownerOrganisationId: null } as const;
		await db
			.insertInto('risk')
			.values({
				id: 'known',
				projectId,
				number: 4,
				description: 'Known',
				foreseen: 1,
				state: 'assessed',
				origin: 'entered',
				...risk
			})
			.execute();
		await stepsOf(db, item.id).claim(leader);
		await endMilestone(db, coordinator, { itemId: item.id, ...WHY }, NOW);

		const opened = await db.selectFrom('risk').selectAll().where('number', '=', 5).executeTakeFirstOrThrow();
		expect(opened).toMatchObject({ foreseen: 0, state: 'identified', ownerOrganisationId: lead.id });
		expect(opened.description).toBe('MS1 was not achieved: No pilot this year');
		const { workPackageId } = await db.selectFrom('riskWorkPackage').selectAll().executeTakeFirstOrThrow();
		expect(workPackageId).toBe(workPackage.id);
		const round = await db.selectFrom('reviewRound').selectAll().executeTakeFirstOrThrow();
		expect(round).toMatchObject({ outcome: 'ended', outcomeReason: WHY.reason });
		const acts = await db.selectFrom('auditEvent').select('act').orderBy('sequence').execute();
		expect(acts.slice(-2).map(({ act }) => act)).toEqual(['milestone:end', 'risk:open']);
	}));

test.each(['sample', 'stated', 'entered'] as const)('the risk of a milestone that is %s says so', (origin) =>
	withDatabase(async (db) => {
		const { item, coordinator } = await aClaimableMilestone(db);
		await db.updateTable('item').set({ origin }).where('id', '=', item.id).execute();
		await endMilestone(db, coordinator, { itemId: item.id, ...WHY }, NOW);
		const risk = await db.selectFrom('risk').select('origin').executeTakeFirstOrThrow();
		expect(risk.origin).toBe(origin === 'sample' ? 'sample' : 'entered');
	})
);

test('after that an amendment replaces or defers it, keeping the decision', () =>
	withDatabase(async (db) => {
		const { projectId, item, coordinator } = await aClaimableMilestone(db);
		const successor = await aMilestone(db, { projectId, code: 'MS9' });
		const itemId = item.id;
		await endMilestone(db, coordinator, { itemId, ...WHY }, NOW);

		const past = { itemId, deferredToOn: TODAY, reference: 'AMD-2', today: TODAY };
		expect(await codesOf(deferMilestone(db, coordinator, past, NOW))).toEqual(['day-not-in-future']);
		const itself = { itemId, replacedByItemId: itemId, reference: 'AMD-2' };
		expect(await codesOf(replaceMilestone(db, coordinator, itself, NOW))).toEqual(['replaced-by-itself']);

		await replaceMilestone(db, coordinator, { ...itself, replacedByItemId: successor.id }, NOW);
		const row = await db
			.selectFrom('milestone')
			.selectAll()
			.where('itemId', '=', itemId)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({
			notAchievedReference: 'SC minutes 7, 3',
			endedReference: 'AMD-2',
			replacedByItemId: successor.id
		});
		const later = { itemId, deferredToOn: '2026-12-01', reference: 'AMD-3', today: TODAY };
		expect(await codesOf(deferMilestone(db, coordinator, later, NOW))).toEqual(['wrong-state']);
	}));

test('withdrawn evidence moves no state by itself: the signatures stop covering, and people reopen', () =>
	withDatabase(async (db) => {
		const { item, leader, qaLead, verifier, coordinator } = await aClaimableMilestone(db);
		const steps = stepsOf(db, item.id);
		await steps.claim(leader);
		await steps.assign(qaLead, verifier);
		await steps.judge(verifier);
		await steps.verify(verifier);
		const { evidenceId } = await db
			.selectFrom('evidenceUse')
			.select('evidenceId')
			.orderBy('id')
			.executeTakeFirstOrThrow();
		const before = await findEvidencePage(db, coordinator, evidenceId);
		expect(before?.uses).toMatchObject([{ fall: 'signature', signers: ['Vera'], code: 'MS1' }]);

		await withdrawEvidence(db, coordinator, { evidenceId, reason: 'Forged' }, NOW);
		const { facts } = await steps.read(leader);
		expect(facts.state).toBe('verified');
		expect(facts.coversNow).not.toBe(facts.claim?.coversSha256);
		expect(await codesOf(steps.declare(coordinator))).toEqual(['evidence-changed-since-claim']);
		const events = await db
			.selectFrom('auditEvent')
			.select(['recordType', 'recordLabel'])
			.where('act', '=', 'evidence:withdraw')
			.orderBy('sequence')
			.execute();
		expect(events).toEqual([
			{ recordType: 'evidence', recordLabel: 'Signed attendance list' },
			{ recordType: 'milestone', recordLabel: 'MS1' }
		]);

		await reopenMilestone(db, qaLead, { itemId: item.id, reason: 'Evidence withdrawn' }, NOW);
		expect(await codesOf(steps.claim(leader))).toEqual(['means-without-evidence']);
		const row = await db.selectFrom('milestone').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ verifiedOn: null, declaredOn: null });
		const signatures = await db.selectFrom('signature').select('personName').execute();
		expect(signatures).toEqual([{ personName: 'Vera' }]);
	}));

test('evidence is withdrawn by those who hold it, once', () =>
	withDatabase(async (db) => {
		const { item, verifier, coordinator } = await aClaimableMilestone(db);
		const { evidenceId } = await db
			.selectFrom('evidenceUse')
			.select('evidenceId')
			.where('itemId', '=', item.id)
			.orderBy('id')
			.executeTakeFirstOrThrow();
		const withdraw = (actor: Actor) => withdrawEvidence(db, actor, { evidenceId, reason: 'Wrong file' }, NOW);
		expect(await codesOf(withdraw(verifier))).toEqual(['role-needed']);
		await withdraw(coordinator);
		expect(await codesOf(withdraw(coordinator))).toEqual(['evidence-withdrawn']);
	}));
