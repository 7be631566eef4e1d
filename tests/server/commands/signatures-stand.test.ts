import { expect, test } from 'vitest';
import { addComment } from '#lib/server/commands/add-comment.ts';
import { addContributor } from '#lib/server/commands/add-contributor.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { withdrawEvidence } from '#lib/server/commands/withdraw-evidence.ts';
import { newId } from '#lib/server/ids.ts';
import { aChecklist } from '#tests/support/builders/a-checklist.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

test('a reviewer who signed may still ask for changes, but no longer changes the answers behind the signature', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		const answers = steps.answers().map((one) => ({ ...one, answer: 'no' as const, note: 'Not any more' }));
		const asked = { itemId: made.item.id, commentKey: newId(), text: 'I looked again', answers };
		await requestChanges(db, made.first, asked, NOW);
		expect(await steps.state()).toBe('changes-requested');
		const given = await db.selectFrom('checklistAnswer').select('answer').execute();
		expect(new Set(given.map(({ answer }) => answer))).toEqual(new Set(['yes']));
	}));

test('an approved deliverable is not submitted once a signer of its quorum is no longer independent', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		const late = { itemId: made.item.id, organisationId: made.unige.id, note: 'wrote chapter 3' };
		await addContributor(db, made.author, late, NOW);
		expect(await refused(db, () => steps.submit(made.coordinator))).toEqual([
			'signer-not-independent',
			'quorum-missing'
		]);
		await steps.return(made.coordinator);
		expect(await steps.state()).toBe('changes-requested');
	}));

test('an approved deliverable is not submitted once a file of it was withdrawn', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		const evidenceId = (await steps.read()).facts.versions[0]?.files[0]?.evidenceId ?? '';
		await withdrawEvidence(db, made.author, { evidenceId, reason: 'The wrong report' }, NOW);
		expect(await refused(db, () => steps.submit(made.coordinator))).toEqual(['file-withdrawn']);
	}));

test('what was approved without a quorum by decision is submitted without one', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.breakGlass(made.coordinator);
		await steps.submit(made.coordinator);
		expect(await steps.state()).toBe('submitted');
	}));

test('a comment on a point of another project’s checklist is refused', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		await stepsOf(db, made).toReview();
		const other = await aChecklist(db, { projectId: (await aProject(db)).id });
		const comment = { itemId: made.item.id, commentKey: newId(), text: 'See there', blocking: false };
		for (const checklistItemId of [other.items[0]?.id ?? '', 'no-such-point'])
			expect(
				await refused(db, () => addComment(db, made.first, { ...comment, checklistItemId }, NOW))
			).toEqual(['checklist-item-foreign']);
	}));
