import { expect, test } from 'vitest';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { isReviewToCome } from '#lib/domain/review-to-come.ts';

test.each<[ItemKind, string, boolean]>([
	['deliverable', 'planned', true],
	['deliverable', 'changes-requested', true],
	['deliverable', 'revision-by-funder', true],
	['deliverable', 'approved', false],
	['milestone', 'claimed', true],
	['milestone', 'declared', false],
	['entry', 'designed', true],
	['entry', 'on-hold', true],
	['entry', 'recognised', false]
])('who is assigned to a %s that is %s has a review to come: %s', (kind, state, toCome) => {
	expect(isReviewToCome({ kind, state }, PROPOSED_ALGORITHM)).toBe(toCome);
});
