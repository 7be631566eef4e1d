import { expect, test } from 'vitest';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endConflict } from '#lib/server/commands/end-conflict.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { listBrokenGlass } from '#lib/server/queries/list-broken-glass.ts';
import { listConflicts } from '#lib/server/queries/list-conflicts.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { aFile, stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

test('a glass broken again hides no earlier reason', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.breakGlass(made.coordinator, 'The portal closes tonight', 'Steering 4/7');
		await steps.return(made.coordinator);
		await steps.breakGlass(made.coordinator, 'It closed, and opened again', 'Steering 5/2');
		const broken = await listBrokenGlass(db, made.item.id);
		expect(broken.map((one) => [one.reason, one.reference])).toEqual([
			['The portal closes tonight', 'Steering 4/7'],
			['It closed, and opened again', 'Steering 5/2']
		]);
		expect((await steps.read()).deliverable.brokeGlassReason).toBe('The portal closes tonight');
	}));

test('what was said is closed once the deliverable has left the consortium', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.comment(made.first, 'A typing error on page 4');
		await steps.sign(made.first);
		await steps.sign(made.second);
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		const commentId = (await steps.read()).records.comments[0]?.id ?? '';
		const comment = { itemId: made.item.id, commentId };
		expect(await refused(db, () => steps.answer(made.author, commentId))).toEqual(['comments-locked']);
		expect(await refused(db, () => withdrawComment(db, made.first, comment, NOW))).toEqual([
			'comments-locked'
		]);
		await db.updateTable('item').set({ state: 'withdrawn' }).where('id', '=', made.item.id).execute();
		expect(await refused(db, () => steps.answer(made.author, commentId))).toEqual(['comments-locked']);
	}));

test('nobody ends a conflict declared about themselves; another QA lead does, and it stays on record', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const other = await anActor(db, { projectId: made.project.id, role: 'qa-lead', name: 'Olga' });
		await declareConflict(db, other, { personId: made.qaLead.personId, reason: 'Wrote the proposal' }, NOW);
		const row = await db.selectFrom('declaredConflict').selectAll().executeTakeFirstOrThrow();
		const ended = { conflictId: row.id, reason: 'Was about the first call' };
		expect(await refused(db, () => endConflict(db, made.qaLead, ended, NOW))).toEqual(['own-conflict']);
		await endConflict(db, other, ended, NOW);
		const [kept] = await listConflicts(db, made.project.id, made.qaLead.personId);
		expect(kept).toMatchObject({
			reason: 'Wrote the proposal',
			endReason: 'Was about the first call',
			endedBy: 'Olga'
		});
	}));

test('a main file that gives way to another stays named with its version, and is not in it', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.start(made.author);
		const first = await steps.upload(made.author, [aFile('first', 'main', 'draft.docx')]);
		const second = await steps.upload(made.author, [aFile('second', 'main', 'final.docx')]);
		expect([first.replaced, second.replaced]).toEqual([false, true]);
		const [version] = (await steps.read()).records.versions;
		expect(version?.files.map(({ name }) => name)).toEqual(['final.docx']);
		expect(version?.replaced.map(({ name }) => name)).toEqual(['draft.docx']);
	}));
