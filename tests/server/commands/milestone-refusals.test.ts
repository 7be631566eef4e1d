import { expect, test } from 'vitest';
import type { Db, Schema } from '#db/schema.ts';
import { endMilestone } from '#lib/server/commands/end-milestone.ts';
import { judgeMeans } from '#lib/server/commands/judge-means.ts';
import { evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { linkMeansEvidence } from '#lib/server/commands/link-means-evidence.ts';
import { reopenMilestone } from '#lib/server/commands/reopen-milestone.ts';
import { unlinkMeansEvidence } from '#lib/server/commands/unlink-means-evidence.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { evidenceLink } from '#tests/support/builders/evidence-link.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const TABLES: readonly (keyof Schema)[] = [
	'item',
	'milestone',
	'evidenceUse',
	'contribution',
	'reviewRound',
	'reviewAssignment',
	'judgement',
	'signature',
	'portalEvent',
	'risk',
	'auditEvent'
];

type Made = Awaited<ReturnType<typeof aClaimableMilestone>>;

/** Expects a refusal for exactly these reasons, and that nothing is different afterwards. */
async function refused(db: Db, attempt: () => Promise<unknown>, reasons: readonly string[]) {
	const before = await contentsOf(db, TABLES);
	expect(await codesOf(attempt())).toEqual(reasons);
	expect(await contentsOf(db, TABLES)).toBe(before);
}

function withMilestone(
	use: (db: Db, made: Made, steps: ReturnType<typeof stepsOf>) => Promise<void>,
	given: Parameters<typeof aClaimableMilestone>[1] = {}
) {
	return withDatabase(async (db) => {
		const made = await aClaimableMilestone(db, given);
		await use(db, made, stepsOf(db, made.item.id));
	});
}

test('a claim is refused while a means has no evidence and a deliverable is not approved', () =>
	withMilestone(
		async (db, made, steps) => {
			const { id } = await aDeliverable(db, { projectId: made.projectId, state: 'reviewed' });
			await db.insertInto('itemDependency').values({ itemId: made.item.id, dependsOnItemId: id }).execute();
			const expected = ['means-without-evidence', 'deliverable-not-approved', 'day-in-future'];
			await refused(db, () => steps.claim(made.leader, '2026-06-16'), expected);
		},
		{ means: [{ text: 'Minutes', evidence: false }] }
	));

test('the leader of another work package cannot claim', () =>
	withMilestone(async (db, made, steps) => {
		const scope = { type: 'work-package', id: 'another' } as const;
		const other = await anActor(db, { projectId: made.projectId, role: 'wp-leader', scope });
		await refused(db, () => steps.claim(other), ['out-of-scope']);
		await refused(db, () => steps.claim(made.verifier), ['role-needed']);
	}));

test('a person of an organisation that gave evidence cannot be assigned, and the refusal names who can', () =>
	withMilestone(async (db, made, steps) => {
		const owner = await anActor(db, { projectId: made.projectId });
		const colleague = await anActor(db, {
			projectId: made.projectId,
			organisationId: owner.organisationId,
			role: 'qa-reviewer'
		});
		const evidenceId = await evidenceLink(db, owner, { name: 'List of others', level: 'PU' });
		const meansId = made.means[0]?.id ?? '';
		await db
			.insertInto('evidenceUse')
			.values({
				id: 'use',
				projectId: made.projectId,
				evidenceId,
				itemId: made.item.id,
				purpose: 'means',
				versionId: null,
				meansId,
				usedBy: made.leader.personId,
				usedAt: NOW.toISOString(),
				removedAt: null
			})
			.execute();
		await steps.claim(made.leader);
		await refused(db, () => steps.assign(made.qaLead, colleague), [
			'organisation-contributed',
			'eligible-people'
		]);
	}));

test('whoever claimed, and everybody of that organisation, cannot verify', () =>
	withMilestone(async (db, made, steps) => {
		const { organisationId } = made.coordinator;
		const reviewer = await anActor(db, { projectId: made.projectId, organisationId, role: 'qa-reviewer' });
		await steps.claim(made.coordinator);
		await refused(db, () => steps.assign(made.qaLead, reviewer), [
			'organisation-contributed',
			'eligible-people'
		]);
	}));

test('an outside expert is asked only where no reviewer is independent, and is recorded as such', () =>
	withMilestone(async (db, made, steps) => {
		const expert = await anActor(db, { projectId: made.projectId, role: 'external-evaluator' });
		await steps.claim(made.leader);
		await refused(db, () => steps.assign(made.qaLead, expert), ['not-a-candidate']);

		for (const { personId } of [made.verifier, made.second, made.qaLead])
			await db
				.insertInto('declaredConflict')
				.values({
					id: personId,
					projectId: made.projectId,
					personId,
					itemId: made.item.id,
					reason: 'Took part in the kick-off',
					declaredBy: made.qaLead.personId,
					declaredAt: NOW.toISOString(),
					endedAt: null
				})
				.execute();
		await steps.assign(made.qaLead, expert);
		const row = await db.selectFrom('reviewAssignment').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ personId: expert.personId, external: 1 });
	}));

test('a verifier signs only after judging every means sufficient, and only once', () =>
	withMilestone(
		async (db, made, steps) => {
			await steps.claim(made.leader);
			await steps.assign(made.qaLead, made.verifier);
			await steps.assign(made.qaLead, made.second);
			await refused(db, () => steps.verify(made.verifier), ['means-not-judged', 'means-not-judged']);
			await steps.judge(made.verifier);
			await steps.judge(made.verifier, 'insufficient', made.means[1]?.id);
			await refused(db, () => steps.verify(made.verifier), ['means-judged-insufficient']);
			await steps.judge(made.verifier, 'sufficient', made.means[1]?.id);
			await refused(db, () => steps.return(made.verifier), ['nothing-insufficient']);
			await steps.verify(made.verifier);
			await refused(db, () => steps.verify(made.verifier), ['already-verified']);
			await refused(db, () => steps.judge(made.verifier), ['already-verified']);
		},
		{ milestone: { goNoGo: 1 } }
	));

test('a person who is not assigned can neither judge nor sign', () =>
	withMilestone(async (db, made, steps) => {
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await refused(db, () => steps.judge(made.second), ['out-of-scope']);
		await refused(db, () => steps.verify(made.leader), ['role-needed']);
	}));

test('a judgement of an earlier claim is not taken for the present one', () =>
	withMilestone(async (db, made, steps) => {
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		const { claimId } = await steps.read(made.verifier);
		await steps.judge(made.verifier, 'insufficient');
		await steps.return(made.verifier);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		const meansId = made.means[0]?.id ?? '';
		const late = { itemId: made.item.id, claimId, meansId, verdict: 'sufficient', note: '' } as const;
		await refused(db, () => judgeMeans(db, made.verifier, late, NOW), ['claim-moved-on']);
	}));

test('a coordinator who claimed cannot countersign', () =>
	withMilestone(async (db, made, steps) => {
		await steps.claim(made.coordinator);
		await steps.assign(made.qaLead, made.verifier);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		await refused(db, () => steps.declare(made.coordinator), ['declarer-took-part']);
		await refused(db, () => steps.declare(made.qaLead), ['role-needed']);
	}));

test('evidence of a claim stays as it is: nothing is linked or unlinked', () =>
	withMilestone(async (db, made, steps) => {
		await steps.claim(made.leader);
		const [use] = await db.selectFrom('evidenceUse').select(['id']).orderBy('id').execute();
		const link = evidenceOfProject(made.leader, await evidenceLink(db, made.leader));
		const [itemId, meansId] = [made.item.id, made.means[0]?.id ?? ''];
		await refused(db, () => linkMeansEvidence(db, made.leader, { itemId, meansId }, link, NOW), [
			'wrong-state'
		]);
		const unlink = { itemId, useId: use?.id ?? '' };
		await refused(db, () => unlinkMeansEvidence(db, made.leader, unlink, NOW), ['wrong-state']);
	}));

test('the same evidence is not linked twice to a means, nor is withdrawn evidence', () =>
	withMilestone(async (db, made) => {
		const [itemId, meansId] = [made.item.id, made.means[0]?.id ?? ''];
		const link = evidenceOfProject(made.leader, await evidenceLink(db, made.leader));
		await linkMeansEvidence(db, made.leader, { itemId, meansId }, link, NOW);
		const again = () => linkMeansEvidence(db, made.leader, { itemId, meansId }, link, NOW);
		await refused(db, again, ['evidence-already-linked']);
		await db.updateTable('evidence').set({ withdrawnAt: NOW.toISOString() }).execute();
		await refused(db, again, ['evidence-withdrawn', 'evidence-already-linked']);
	}));

test('only what was verified is reopened, and only what was not is given up', () =>
	withMilestone(async (db, made, steps) => {
		const itemId = made.item.id;
		const reopen = () => reopenMilestone(db, made.qaLead, { itemId, reason: 'Officer remark' }, NOW);
		const end = () =>
			endMilestone(db, made.coordinator, { itemId, reason: 'r', consequence: 'c', reference: 'd' }, NOW);
		await refused(db, reopen, ['wrong-state']);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		await refused(db, end, ['wrong-state']);
		await steps.judge(made.verifier);
		await steps.verify(made.verifier);
		await refused(db, end, ['wrong-state']);
		await reopen();
	}));
