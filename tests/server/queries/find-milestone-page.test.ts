import { expect, test } from 'vitest';
import { readEvidenceList } from '#lib/schemas/evidence.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';
import { findMilestonePage } from '#lib/server/queries/find-milestone-page.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { aProject, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

const WHERE = { project: { timeZone: 'Europe/Madrid' }, today: TODAY };

test('an observer sees the outcome of a milestone once it is declared, and nothing of it while it is only verified', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const observer = await anActor(db, { projectId: made.projectId, role: 'observer' });
		const steps = stepsOf(db, made.item.id);
		expect(await findMilestonePage(db, observer, 'MS1', WHERE)).toBeUndefined();
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		expect(await findMilestonePage(db, observer, 'MS1', WHERE)).toBeUndefined();
		await steps.declare(made.coordinator);
		const page = await findMilestonePage(db, observer, 'MS1', WHERE);
		expect(page).toMatchObject({ state: 'declared', verifiedOn: TODAY, inside: null });
		expect(JSON.stringify(page)).not.toMatch(/Vera|Lea|example\.org/);
	}));

test('each step is offered to those who may take it, with what is still in its way', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, { means: [{ text: 'Minutes', evidence: false }] });
		const page = await findMilestonePage(db, made.leader, 'MS1', WHERE);
		const claim = page?.inside?.steps.find(({ event }) => event === 'claim');
		expect(claim).toMatchObject({ because: null, blocks: [{ code: 'means-without-evidence' }] });
		const reviewer = await findMilestonePage(db, made.verifier, 'MS1', WHERE);
		expect(reviewer?.inside?.steps.map(({ because }) => because?.code)).toEqual([
			'role-needed',
			'role-needed',
			'role-needed'
		]);
	}));

test('people of another project find neither the milestone nor its evidence', () =>
	withDatabase(async (db) => {
		await aClaimableMilestone(db);
		const { id: projectId } = await aProject(db);
		const stranger = await anActor(db, { projectId, role: 'coordinator' });
		const { id } = await db.selectFrom('evidence').select('id').orderBy('id').executeTakeFirstOrThrow();
		expect(await findMilestonePage(db, stranger, 'MS1', WHERE)).toBeUndefined();
		expect(await findEvidencePage(db, stranger, id)).toBeUndefined();
		const filter = readEvidenceList(new URL('https://desk.example/x/evidence'));
		expect((await listEvidence(db, stranger, filter)).rows).toEqual([]);
	}));

test('sensitive evidence stays inside the consortium', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const observer = await anActor(db, { projectId: made.projectId, role: 'observer' });
		const filter = readEvidenceList(new URL('https://desk.example/x/evidence'));
		expect((await listEvidence(db, observer, filter)).rows).toEqual([]);
		expect((await listEvidence(db, made.second, filter)).rows).toEqual([]);
		const inside = await listEvidence(db, made.leader, filter);
		expect(
			inside.rows.map(({ uses }) => uses.map(({ code, meansPosition }) => [code, meansPosition]))
		).toEqual([[['MS1', 2]], [['MS1', 1]]]);
	}));
