import { describe, expect, test } from 'vitest';
import { uploadBlocks, versionChanges, versionEditBlocks } from '#lib/domain/version-guards.ts';
import { aRound, aVersion, inReview, someFacts } from '#tests/support/deliverable-facts.ts';

describe('files are uploaded', () => {
	const upload = { main: true, actorOrganisationId: 'koksu', endsReview: false };
	test.each(['in-preparation', 'changes-requested', 'revision-by-funder'] as const)(
		'freely while %s',
		(state) => {
			expect(uploadBlocks(someFacts({ state }), { ...upload, main: false })).toEqual([]);
		}
	);
	test.each(['planned', 'submitted', 'accepted', 'withdrawn', 'merged'] as const)(
		'never while %s',
		(state) => {
			expect(uploadBlocks(someFacts({ state }), upload).map((reason) => reason.code)).toEqual([
				'record-locked'
			]);
		}
	);
	test.each(['in-review', 'reviewed', 'approved'] as const)(
		'while %s only by the lead, knowingly',
		(state) => {
			const facts = inReview({ state, rounds: [aRound()] });
			const codes = (change: Partial<typeof upload>) =>
				uploadBlocks(facts, { ...upload, ...change }).map((reason) => reason.code);
			expect(codes({ endsReview: true })).toEqual([]);
			expect(codes({})).toEqual(['end-of-review-unconfirmed']);
			expect(codes({ endsReview: true, actorOrganisationId: 'kaznu' })).toEqual(['only-lead-ends-review']);
			expect(codes({ endsReview: true, main: false })).toEqual(['version-frozen']);
		}
	);
});

test('a frozen version is never rearranged', () => {
	expect(versionEditBlocks(someFacts())).toEqual([]);
	const frozen = someFacts({ versions: [aVersion({ frozenAt: 'x' })] });
	expect(versionEditBlocks(frozen).map((reason) => reason.code)).toEqual(['version-frozen']);
	expect(versionEditBlocks(inReview()).map((reason) => reason.code)).toEqual(['record-locked']);
});

test('what changed is told by hash, and by name where the content differs', () => {
	const [file] = aVersion().files;
	if (!file) throw new Error('a version has a file');
	const at = (name: string, hash: string, main = false) => ({ ...file, name, sha256: hash.repeat(64), main });
	const before = aVersion({
		files: [at('r1.pdf', 'a', true), at('data.csv', 'b'), at('old.csv', 'c'), at('m.csv', 'd')]
	});
	const after = aVersion({
		files: [at('r2.pdf', 'e', true), at('data.csv', 'f'), at('moved.csv', 'd'), at('new.csv', '9')]
	});
	expect(versionChanges(before, after)).toEqual([
		{ kind: 'changed', name: 'r2.pdf' },
		{ kind: 'changed', name: 'data.csv' },
		{ kind: 'same', name: 'moved.csv' },
		{ kind: 'added', name: 'new.csv' },
		{ kind: 'removed', name: 'old.csv' }
	]);
});
