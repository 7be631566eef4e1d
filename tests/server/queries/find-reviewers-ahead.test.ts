import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findPlan } from '#lib/server/queries/find-plan.ts';
import { findPlanEffects } from '#lib/server/queries/find-plan-effects.ts';
import { findReviewersAhead } from '#lib/server/queries/find-reviewers-ahead.ts';
import { planEffectSentences } from '#lib/text/plan-effects.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const TODAY = '2026-06-15';

async function aheadFor(db: Db, actor: Actor) {
	const data = { projectId: actor.projectId };
	const asked = { plan: PROPOSED_QUALITY_PLAN, today: TODAY };
	return findReviewersAhead(db, actor, data, await findPlan(db, data), asked);
}

async function aProjectWithReviewers(db: Db) {
	const { id: projectId } = await aProject(db);
	const lead = await anOrganisation(db, { projectId, country: 'KZ' });
	const abroad = await anOrganisation(db, { projectId, country: 'CY' });
	const workPackage = await aWorkPackage(db, { projectId });
	const qaLead = await anActor(db, { projectId, role: 'qa-lead' });
	const reviewer = await anActor(db, { projectId, role: 'qa-reviewer', organisationId: abroad.id });
	const colleague = await anActor(db, { projectId, role: 'qa-reviewer', organisationId: lead.id });
	const deliverable = await aDeliverable(db, {
		projectId,
		workPackageId: workPackage.id,
		leadOrganisationId: lead.id,
		agreedOn: '2026-08-31'
	});
	return { projectId, workPackage, qaLead, reviewer, colleague, deliverable };
}

const asked = (db: Db, projectId: string, itemId: string, personId: string) =>
	db
		.insertInto('reviewAssignment')
		.values({
			id: newId(),
			projectId,
			itemId,
			personId,
			kind: 'signing',
			assignedBy: personId,
			assignedAt: NOW.toISOString(),
			endedAt: null,
			endedBy: null,
			endReason: null
		})
		.execute();

test('the QA lead sees who may sign each deliverable that is due soon, and who may not because they lead it', async () => {
	await withDatabase(async (db) => {
		const { qaLead, reviewer } = await aProjectWithReviewers(db);
		const { deliverables } = await aheadFor(db, qaLead);
		expect(deliverables).toHaveLength(1);
		expect(deliverables[0]?.cover).toBe('to-assign');
		expect(deliverables[0]?.eligible.map(({ name }) => name)).toEqual([qaLead.name, reviewer.name].sort());
	});
});

test('who declared a conflict, and who worked for the lead before, cannot be counted on', async () => {
	await withDatabase(async (db) => {
		const { projectId, qaLead, reviewer, colleague } = await aProjectWithReviewers(db);
		const declared = { declaredBy: qaLead.personId, declaredAt: NOW.toISOString(), endedAt: null };
		await db
			.insertInto('declaredConflict')
			.values({
				id: newId(),
				projectId,
				personId: reviewer.personId,
				itemId: null,
				reason: 'Kin',
				...declared
			})
			.execute();
		await db
			.insertInto('membership')
			.values({
				id: newId(),
				projectId,
				personId: qaLead.personId,
				organisationId: colleague.organisationId,
				fromOn: '2023-12-01',
				toOn: '2024-12-01'
			})
			.execute();
		const { deliverables } = await aheadFor(db, qaLead);
		expect(deliverables[0]?.cover).toBe('nobody');
		expect(deliverables[0]?.lacking).toEqual({ people: 2, abroad: 1 });
	});
});

test('two deliverables reviewed in the same week are too many for one person', async () => {
	await withDatabase(async (db) => {
		const { projectId, workPackage, qaLead, reviewer, deliverable } = await aProjectWithReviewers(db);
		const other = await aDeliverable(db, {
			projectId,
			workPackageId: workPackage.id,
			agreedOn: '2026-08-31'
		});
		await asked(db, projectId, deliverable.id, reviewer.personId);
		await asked(db, projectId, other.id, reviewer.personId);
		const { weeks } = await aheadFor(db, qaLead);
		expect(weeks.map(({ monday, duties, tooMany }) => [monday, duties.length, tooMany])).toEqual([
			['2026-08-17', 2, true]
		]);
	});
});

test('a work package leader foresees the reviews of their own work package only', async () => {
	await withDatabase(async (db) => {
		const { projectId, workPackage } = await aProjectWithReviewers(db);
		const leaderOf = (id: string) =>
			anActor(db, { projectId, role: 'wp-leader', scope: { type: 'work-package', id } });
		const other = await aWorkPackage(db, { projectId, number: 9 });
		expect((await aheadFor(db, await leaderOf(workPackage.id))).deliverables).toHaveLength(1);
		expect((await aheadFor(db, await leaderOf(other.id))).deliverables).toHaveLength(0);
	});
});

test('before a quorum is raised it is said which reviews could not happen any more, and changing nothing else says so', async () => {
	await withDatabase(async (db) => {
		const { qaLead, deliverable } = await aProjectWithReviewers(db);
		const now = PROPOSED_QUALITY_PLAN;
		const told = async (change: Partial<typeof now>) => {
			const plan = { ...now, ...change };
			const effects = await findPlanEffects(
				db,
				qaLead,
				{ projectId: qaLead.projectId },
				{ now, plan, today: TODAY }
			);
			return planEffectSentences(effects, plan.reviewQuorum).map(({ text }) => text);
		};
		expect(await told({ reviewQuorum: 3 })).toEqual([
			`${deliverable.code} could not be reviewed any more. Too few who may sign: 2 of 3.`
		]);
		const same = ['Every review that lies ahead keeps the reviewers it has or can have.'];
		expect(await told({ atRiskDays: 7 })).toEqual(same);
		expect(await told({ reviewQuorum: 1 })).toEqual(same);
		expect(await db.selectFrom('qualityPlanVersion').select('id').execute()).toEqual([]);
	});
});
