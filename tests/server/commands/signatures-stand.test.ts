import { expect, test } from 'vitest';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';

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
