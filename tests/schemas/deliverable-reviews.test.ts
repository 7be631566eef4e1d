import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Submission } from '#lib/schemas/deliverable-reviews.ts';

const typed = {
	itemId: '01a1ffcb-3a69-7067-8fa7-6bdcea326b2b',
	sha256: 'a'.repeat(64),
	submittedOn: '2026-06-15',
	byName: 'Elena',
	note: ''
};

test('a submission is recorded only by somebody who says that this very file lies in the portal', () => {
	const without = v.safeParse(Submission, typed);
	expect(without.issues?.map((issue) => v.getDotPath(issue))).toEqual(['sameFile']);
	expect(v.parse(Submission, { ...typed, sameFile: 'on' })).toEqual(typed);
});
