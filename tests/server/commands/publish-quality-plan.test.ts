import { expect, test } from 'vitest';
import { PROPOSED_QUALITY_PLAN as PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Db } from '#db/schema.ts';
import { publishQualityPlan } from '#lib/server/commands/publish-quality-plan.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listQualityPlanVersions } from '#lib/server/queries/list-quality-plan-versions.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

function publish(db: Db, actor: Actor, basedOn: number, given: Partial<QualityPlan>) {
	return publishQualityPlan(db, actor, { basedOn, note: 'Because', plan: { ...PLAN, ...given } }, NOW);
}

test('publishing adds a version and leaves the earlier ones as they were', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator', name: 'Cora' });
		await publish(db, coordinator, 0, {});
		await publish(db, coordinator, 1, { reviewQuorum: 3 });

		const versions = await listQualityPlanVersions(db, projectId);
		expect(versions.map(({ number, publishedBy, plan }) => [number, publishedBy, plan.reviewQuorum])).toEqual(
			[
				[2, 'Cora', 3],
				[1, 'Cora', 2]
			]
		);
		const event = await db
			.selectFrom('auditEvent')
			.select(['recordLabel', 'details'])
			.orderBy('sequence', 'desc')
			.executeTakeFirstOrThrow();
		expect(event.recordLabel).toBe('Quality plan 2');
		expect(JSON.parse(event.details)).toMatchObject({
			changes: [{ rule: 'reviewQuorum', before: '2', after: '3' }]
		});
	}));

test('a version published meanwhile is not overwritten', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const qaLead = await anActor(db, { projectId, role: 'qa-lead' });
		await publish(db, coordinator, 0, { reviewQuorum: 3 });
		const before = await contentsOf(db, ['qualityPlanVersion', 'auditEvent']);
		await expect(publish(db, qaLead, 0, { reviewWorkingDays: 5 })).rejects.toBeInstanceOf(Conflict);
		expect(await contentsOf(db, ['qualityPlanVersion', 'auditEvent'])).toBe(before);
		expect((await findQualityPlan(db, projectId)).plan.reviewQuorum).toBe(3);
	}));

test('of two people who publish at the same moment one wins', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const sent = await Promise.allSettled([
			publish(db, coordinator, 0, { reviewQuorum: 3 }),
			publish(db, coordinator, 0, { reviewQuorum: 4 })
		]);
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await listQualityPlanVersions(db, projectId)).toHaveLength(1);
	}));

test('a reviewer cannot publish, and nobody publishes rules that contradict each other', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		expect(await codesOf(publish(db, reviewer, 0, {}))).toEqual(['role-needed']);
		const contradiction = { reviewersAbroad: 5, acceptedFormats: [] };
		expect(await codesOf(publish(db, coordinator, 0, contradiction))).toEqual([
			'more-abroad-than-quorum',
			'no-format-accepted'
		]);
		expect(await listQualityPlanVersions(db, projectId)).toEqual([]);
	}));

test('a claim that runs keeps the number of verifiers it began with', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await publish(db, made.coordinator, 0, { milestoneVerifiers: 2, criticalMilestoneVerifiers: 3 });
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		const { facts } = await steps.read(made.leader);
		expect(facts).toMatchObject({ state: 'verified', claim: { quorum: 1 } });
	}));
