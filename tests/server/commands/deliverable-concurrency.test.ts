import { expect, test } from 'vitest';
import { updateDeliverablePlan } from '#lib/server/commands/update-deliverable-plan.ts';
import { newId } from '#lib/server/ids.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { aFile, stepsOf } from '#tests/support/deliverable-steps.ts';

const outcomes = (results: PromiseSettledResult<unknown>[]) => results.map((one) => one.status).sort();

test('two reviewers who sign at the same moment reach the quorum once', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		const results = await Promise.all([steps.sign(made.first), steps.sign(made.second)]);
		expect(results.map((one) => one.isReviewed).sort()).toEqual([false, true]);
		expect(await steps.state()).toBe('reviewed');
		const events = await db.selectFrom('auditEvent').select('act').orderBy('sequence').execute();
		expect(events.filter((event) => event.act === 'deliverable:reach-quorum')).toHaveLength(1);
	}));

test('a signature sent twice at once is one signature', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		const results = await Promise.allSettled([steps.sign(made.first), steps.sign(made.first)]);
		expect(outcomes(results)).toEqual(['fulfilled', 'rejected']);
		expect((await steps.read()).facts.signatures).toHaveLength(1);
	}));

test('an approval sent twice at once builds one package', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		const results = await Promise.allSettled([
			steps.approve(made.coordinator),
			steps.approve(made.coordinator)
		]);
		expect(outcomes(results)).toEqual(['fulfilled', 'rejected']);
		expect(await db.selectFrom('portalEvent').selectAll().execute()).toHaveLength(1);
	}));

test('an upload and a signature at the same moment never leave a reviewed deliverable of other bytes', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		await Promise.allSettled([steps.upload(made.author, [aFile()], true), steps.sign(made.second)]);
		expect(await steps.state()).toBe('in-preparation');
	}));

test('a comment sent twice is one comment, and another text under its key is a second one', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		const key = newId();
		await steps.comment(made.first, 'Name the sources', true, key);
		await steps.comment(made.first, 'Name the sources', true, key);
		await steps.comment(made.first, 'And the figures', true, key);
		await steps.comment(made.second, 'Name the sources', false, key);
		const comments = (await steps.read()).records.comments.map((one) => [one.author, one.text]);
		expect(comments).toEqual([
			['Elena', 'Name the sources'],
			['Elena', 'And the figures'],
			['Fabio', 'Name the sources']
		]);
	}));

test('what a partner sees as the plan is not overwritten by what another saw before', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const { item } = await steps.read();
		const save = (description: string) =>
			updateDeliverablePlan(
				db,
				made.coordinator,
				{ itemId: item.id, version: item.version, type: 'R', level: 'PU', description },
				new Date()
			);
		await save('first');
		await expect(save('second')).rejects.toMatchObject({ theirs: { description: 'first' } });
		expect((await steps.read()).item.description).toBe('first');
	}));

test('a type or level that the quality plan does not name is refused with those it names, and nothing changes', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const before = await steps.read();
		const { id: itemId, version } = before.item;
		const input = { itemId, version, type: 'NOVEL', level: 'SECRET', description: 'x' };
		const saved = updateDeliverablePlan(db, made.coordinator, input, new Date());
		await expect(saved).rejects.toMatchObject({
			reasons: [
				{ code: 'not-in-quality-plan', field: 'type', value: 'NOVEL' },
				{ code: 'not-in-quality-plan', field: 'level', value: 'SECRET' }
			]
		});
		expect(await steps.read()).toEqual(before);
	}));
