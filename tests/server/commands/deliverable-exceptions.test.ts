import { expect, test } from 'vitest';
import { codesOf } from '#tests/support/codes-of.ts';
import { addContributor } from '#lib/server/commands/add-contributor.ts';
import { appointEvaluator } from '#lib/server/commands/appoint-evaluator.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { endConflict } from '#lib/server/commands/end-conflict.ts';
import { justifyLateness } from '#lib/server/commands/justify-lateness.ts';
import { mergeDeliverable } from '#lib/server/commands/merge-deliverable.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { proposeReviewer } from '#lib/server/commands/propose-reviewer.ts';
import { recordEditorial } from '#lib/server/commands/record-editorial.ts';
import { recordUpload } from '#lib/server/commands/record-upload.ts';
import { withdrawDeliverable } from '#lib/server/commands/withdraw-deliverable.ts';
import { listProposals } from '#lib/server/queries/list-proposals.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const AUTHENTICATED = NOW.toISOString();

test('a broken glass leaves its mark, its reason and a mail to the QA lead', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.breakGlass(made.coordinator);
		const { deliverable, facts } = await steps.read();
		expect(facts.state).toBe('approved');
		expect(deliverable.brokeGlassReference).toBe('Steering 4/7');
		expect(facts.rounds[0]?.outcome).toBe('break-glass');
		const mails = await db.selectFrom('outboxMail').selectAll().where('kind', '=', 'break-glass').execute();
		expect(mails.map((mail) => mail.toPersonId)).toEqual([made.qaLead.personId]);
	}));

test('a glass broken after a return is a round of its own, and the returned round keeps its outcome', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await steps.return(made.coordinator);
		await steps.breakGlass(made.coordinator);
		const { facts } = await steps.read();
		expect(facts.state).toBe('approved');
		expect(facts.rounds.map((round) => [round.number, round.outcome])).toEqual([
			[1, 'returned'],
			[2, 'break-glass']
		]);
	}));

test('an editorial revision is passed by an independent QA lead, and only with new bytes', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		await steps.revise(made.coordinator);
		const vouch = async () => {
			const versionId = (await steps.read()).facts.versions.at(-1)?.id ?? '';
			const input = {
				itemId: made.item.id,
				versionId,
				reason: 'A typing error',
				authenticatedAt: AUTHENTICATED
			};
			await recordEditorial(db, made.qaLead, input, NOW);
		};
		expect(await refused(db, vouch)).toEqual(['version-unchanged']);
		await steps.upload(made.author);
		await vouch();
		expect(await steps.state()).toBe('reviewed');
		await steps.approve(made.coordinator);
		expect(await steps.state()).toBe('approved');
	}));

test('the first submission stays the one that counts for lateness', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await db.updateTable('deliverable').set({ submittedOn: '2026-06-01' }).execute();
		await steps.submit(made.coordinator);
		expect((await steps.read()).deliverable.submittedOn).toBe('2026-06-01');
	}));

test('a sensitive deliverable is approved for the organisations named and no others', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db, 'SEN');
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		const bare = () => steps.approve(made.coordinator, { organisationIds: [] });
		expect(await refused(db, bare)).toEqual(['access-list-missing']);
		await steps.approve(made.coordinator);
		const access = await db.selectFrom('itemAccess').select('organisationId').execute();
		expect(access).toEqual([{ organisationId: made.ucy.id }]);
	}));

test('a signature of a person whose organisation contributed afterwards no longer counts', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		const joined = { itemId: made.item.id, organisationId: made.ucy.id, note: 'chapter 3' };
		await addContributor(db, made.leader, joined, NOW);
		await steps.sign(made.second);
		expect(await steps.state()).toBe('in-review');
		expect(await codesOf(steps.approve(made.coordinator))).toContain('signer-not-independent');
	}));

test('the quorum waits for a blocking comment, and is reached by its answer', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		await steps.comment(made.second, 'Name the sources', true);
		await steps.answerAll(made.author);
		expect(await steps.state()).toBe('in-review');
		await steps.comment(made.first, 'One more', true);
		await steps.sign(made.second);
		expect(await steps.state()).toBe('in-review');
		await steps.answerAll(made.author);
		expect(await steps.state()).toBe('reviewed');
	}));

test('what the coordinator returns must be answered before the next round', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.return(made.coordinator);
		await steps.upload(made.author);
		expect(await refused(db, () => steps.open(made.author))).toEqual(['blocking-comments-unanswered']);
		await steps.answerAll(made.author);
		await steps.open(made.author);
		expect(await steps.state()).toBe('in-review');
	}));

test('the external evaluator signs only once nobody else is eligible', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const appoint = () =>
			appointEvaluator(db, made.qaLead, { itemId: made.item.id, personId: made.evaluator.personId }, NOW);
		await steps.start(made.author);
		expect(await refused(db, appoint)).toEqual(['eligible-reviewers-exist']);
		for (const organisation of [made.ucy, made.unige, made.kaznu]) {
			const joined = { itemId: made.item.id, organisationId: organisation.id, note: '' };
			await addContributor(db, made.author, joined, NOW);
		}
		await appoint();
		const [assignment] = (await steps.read()).assignments;
		expect(assignment).toMatchObject({ personId: made.evaluator.personId, kind: 'signing', external: 1 });
	}));

test('a declared conflict takes a reviewer out until it ends', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		const conflict = { personId: made.first.personId, itemId: made.item.id, reason: 'Married to the author' };
		await declareConflict(db, made.qaLead, conflict, NOW);
		expect(await refused(db, () => steps.sign(made.first))).toEqual(['conflict-declared']);
		const row = await db.selectFrom('declaredConflict').selectAll().executeTakeFirstOrThrow();
		const end = () => endConflict(db, made.qaLead, { conflictId: row.id, reason: 'Divorced' }, NOW);
		await end();
		await steps.sign(made.first);
		expect(await refused(db, end)).toEqual(['conflict-ended']);
	}));

test('an assignment ends once, and its signature stays', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		const assignmentId = (await steps.read()).assignments[0]?.id ?? '';
		const end = () =>
			endAssignment(db, made.qaLead, { itemId: made.item.id, assignmentId, reason: 'On leave' }, NOW);
		await end();
		expect(await refused(db, end)).toEqual(['assignment-ended']);
		await steps.sign(made.second);
		expect(await steps.state()).toBe('reviewed');
	}));

test('the coordinator proposes a reviewer, and only an independent one', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const propose = (personId: string) =>
			proposeReviewer(db, made.coordinator, { itemId: made.item.id, personId }, NOW);
		await propose(made.first.personId);
		expect(await refused(db, () => propose(made.author.personId))).toContain('organisation-leads');
		const proposals = await listProposals(db, made.project.id, made.item.id);
		expect(proposals).toMatchObject([{ person: 'Elena', by: 'Carmen' }]);
	}));

test('a milestone has no reviewers: its verifiers are assigned by rules of their own', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const milestone = await aMilestone(db, { projectId: made.project.id, leadOrganisationId: made.ucy.id });
		const assign = (personId: string) =>
			assignReviewer(db, made.qaLead, { itemId: milestone.id, personId }, NOW);
		const before = await fingerprint(db);
		await expect(assign(made.second.personId)).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
	}));

test('a withdrawn deliverable ends its round and takes no further step', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await withdrawDeliverable(db, made.coordinator, { itemId: made.item.id, reference: 'AMD-2' }, NOW);
		const { facts, deliverable } = await steps.read();
		expect([facts.state, facts.rounds[0]?.outcome, deliverable.endedReference]).toEqual([
			'withdrawn',
			'ended',
			'AMD-2'
		]);
		expect(await refused(db, () => steps.sign(made.first))).toContain('wrong-state');
	}));

test('a deliverable is merged into another one of the project, never into itself or one that ended', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const target = await aDeliverable(db, { projectId: made.project.id });
		const gone = await aDeliverable(db, { projectId: made.project.id, state: 'withdrawn' });
		const merge = (targetId: string) =>
			mergeDeliverable(db, made.coordinator, { itemId: made.item.id, reference: 'AMD-2', targetId }, NOW);
		expect(await refused(db, () => merge(made.item.id))).toEqual(['merge-into-itself']);
		expect(await refused(db, () => merge(gone.id))).toEqual(['merge-target-ended']);
		await merge(target.id);
		expect((await stepsOf(db, made).read()).deliverable.mergedIntoItemId).toBe(target.id);
	}));

test('lateness is justified only once it is late', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const justify = () =>
			justifyLateness(db, made.author, { itemId: made.item.id, text: 'The survey came late' }, NOW);
		expect(await refused(db, justify)).toEqual(['not-late']);
		await db.updateTable('item').set({ agreedOn: '2026-06-14' }).where('id', '=', made.item.id).execute();
		await justify();
		expect((await stepsOf(db, made).read()).deliverable.lateJustification).toBe('The survey came late');
	}));

test('a draft in the portal is recorded between approval and submission', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const record = () =>
			recordUpload(db, made.coordinator, { itemId: made.item.id, happenedOn: TODAY, byName: 'Carmen' }, NOW);
		await steps.toReviewed();
		expect(await refused(db, record)).toEqual(['wrong-state']);
		await steps.approve(made.coordinator);
		await record();
		const kinds = await db.selectFrom('portalEvent').select('kind').orderBy('id').execute();
		expect(kinds.map((event) => event.kind)).toEqual(['package-built', 'uploaded']);
	}));
