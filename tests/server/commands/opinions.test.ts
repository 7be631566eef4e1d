import { expect, test } from 'vitest';
import { latestRound } from '#lib/domain/deliverables.ts';
import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { giveOpinion } from '#lib/server/commands/give-opinion.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { newId } from '#lib/server/ids.ts';
import { countOpinions, listOpinions } from '#lib/server/queries/list-opinions.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

const said = (itemId: string, text = 'Clear, but who maintains it?', commentKey = newId()) => ({
	itemId,
	commentKey,
	text
});

test('the evaluation gives an opinion in every state of a deliverable, and no review waits for it', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const give = () => giveOpinion(db, made.evaluator, said(made.item.id), NOW);

		await give();
		await steps.toReview();
		await give();
		await steps.sign(made.first);
		await steps.sign(made.second);
		expect(await steps.state()).toBe('reviewed');
		expect(latestRound((await steps.read()).facts)?.outcome).toBe('quorum');
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		await steps.accept(made.coordinator);
		await give();

		const opinions = await listOpinions(db, made.item.id);
		expect(opinions.map(({ author, organisation }) => [author, organisation])).toEqual(
			Array(3).fill(['Henk', 'EVAL'])
		);
		expect((await steps.read()).records.comments).toEqual([]);
	}));

test('a form sent twice is one opinion', () =>
	withDatabase(async (db) => {
		const { evaluator, item } = await aReviewableDeliverable(db);
		const form = said(item.id);
		await giveOpinion(db, evaluator, form, NOW);
		await giveOpinion(db, evaluator, form, NOW);
		expect(await listOpinions(db, item.id)).toHaveLength(1);
	}));

test('the lead answers an opinion even of what is accepted, once, and its author reads that', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		await steps.accept(made.coordinator);
		await giveOpinion(db, made.evaluator, said(made.item.id), NOW);
		const [opinion] = await listOpinions(db, made.item.id);
		const answer = { itemId: made.item.id, commentId: opinion?.id ?? '', answer: 'The university does' };

		await answerComment(db, made.author, answer, NOW);
		expect(await listOpinions(db, made.item.id)).toMatchObject([
			{ answer: 'The university does', answeredBy: 'Aigerim' }
		]);
		expect(await refused(db, () => answerComment(db, made.author, answer, NOW))).toEqual(['comment-settled']);
		const counts = await countOpinions(db, made.project.id, made.evaluator.personId);
		expect([...counts.values()]).toEqual([{ given: 1, answered: 1 }]);

		const mails = await db
			.selectFrom('outboxMail')
			.select(['toPersonId', 'because'])
			.where('kind', '=', 'opinion')
			.orderBy('id')
			.execute();
		expect(mails).toContainEqual({ toPersonId: made.author.personId, because: 'lead' });
		expect(mails).toContainEqual({ toPersonId: made.evaluator.personId, because: 'author' });
		expect(mails.filter(({ toPersonId }) => toPersonId === made.second.personId)).toEqual([]);
	}));

test('who holds an item reads an opinion on it, beside its lead', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		await stepsOf(db, made).toReview();
		await giveOpinion(db, made.evaluator, said(made.item.id), NOW);
		const mails = await db
			.selectFrom('outboxMail')
			.select(['toPersonId', 'because'])
			.where('kind', '=', 'opinion')
			.execute();
		expect(mails).toContainEqual({ toPersonId: made.first.personId, because: 'holder' });
		expect(mails).toContainEqual({ toPersonId: made.author.personId, because: 'lead' });
	}));

test('only the evaluation gives opinions, on what was opened to it', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const elsewhere = await aClaimableMilestone(db);
		const narrow = await anActor(db, {
			projectId: made.project.id,
			role: 'external-evaluator',
			scope: { type: 'item', id: newId() }
		});
		const by = (actor: typeof narrow, itemId = made.item.id) => giveOpinion(db, actor, said(itemId), NOW);
		for (const actor of [made.first, made.author, made.coordinator])
			expect(await refused(db, () => by(actor))).toEqual(['role-needed']);
		await expect(by(narrow)).rejects.toThrow();
		await expect(by(made.evaluator, elsewhere.item.id)).rejects.toThrow();
		expect(await listOpinions(db, elsewhere.item.id)).toEqual([]);
	}));

test('an opinion on a milestone is given, answered by who leads its work package, and taken back only by its author', () =>
	withDatabase(async (db) => {
		const made = await aClaimableMilestone(db);
		const evaluator = await anActor(db, { projectId: made.projectId, role: 'external-evaluator' });
		const other = await anActor(db, { projectId: made.projectId, role: 'external-evaluator' });
		await giveOpinion(db, evaluator, said(made.item.id), NOW);
		await giveOpinion(db, evaluator, said(made.item.id, 'A second thought'), NOW);
		const [first, second] = await listOpinions(db, made.item.id);
		const itemId = made.item.id;
		const taken = { itemId, commentId: second?.id ?? '' };

		await answerComment(db, made.leader, { itemId, commentId: first?.id ?? '', answer: 'Yes' }, NOW);
		expect(await codesOf(withdrawComment(db, other, taken, NOW))).toEqual(['comment-not-yours']);
		await withdrawComment(db, evaluator, taken, NOW);
		expect(await listOpinions(db, itemId)).toMatchObject([
			{ answer: 'Yes', withdrawnAt: null },
			{ answer: null, withdrawnAt: NOW.toISOString() }
		]);
	}));
