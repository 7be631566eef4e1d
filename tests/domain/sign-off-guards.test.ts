import { describe, expect, test } from 'vitest';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import {
	answerChecklistBlocks,
	commentBlocks,
	requestChangesBlocks,
	signOffBlocks,
	type AnsweredItem
} from '#lib/domain/sign-off-guards.ts';
import {
	aCandidate,
	aComment,
	aReviewer,
	aSignature,
	aVersion,
	COVERS,
	inReview,
	someFacts
} from '#tests/support/deliverable-facts.ts';

const yes: AnsweredItem = { text: 'Sources', mandatory: true, answer: 'yes', note: '' };
const seen = { seenSha256: COVERS, presentSha256: COVERS, answers: [yes] };
const elena = aCandidate();
const codes = (given: Partial<DeliverableFacts>, change: Partial<typeof seen> = {}) =>
	signOffBlocks(inReview(given), elena, { ...seen, ...change }).map((reason) => reason.code);

test('an assigned, independent reviewer signs what the round froze', () => {
	expect(codes({})).toEqual([]);
});

describe('nobody signs', () => {
	const other = 'f'.repeat(64);
	const [file] = aVersion().files;
	const withdrawn = aVersion({ files: file ? [{ ...file, withdrawn: true }] : [] });
	const wrote = { organisationId: 'ucy', acronym: 'UCY', personId: 'elena', note: 'version 1' };
	const byAuthor = {
		leadOrganisationId: 'koksu',
		contributions: [{ ...wrote, kind: 'author' as const }],
		conflicts: []
	};
	test.each<[string, Partial<DeliverableFacts>, Partial<typeof seen>, string[]]>([
		['without being assigned', { reviewers: [] }, {}, ['reviewer-not-assigned']],
		['with an opinion', { reviewers: [aReviewer({ kind: 'opinion' })] }, {}, ['opinion-only']],
		['after the own organisation wrote a version', { history: byAuthor }, {}, ['organisation-contributed']],
		[
			'for the own organisation',
			{ history: { ...byAuthor, contributions: [], leadOrganisationId: 'ucy' } },
			{},
			['organisation-leads']
		],
		['other bytes than were seen', {}, { seenSha256: other }, ['covers-changed']],
		['bytes that changed since', {}, { presentSha256: other }, ['covers-changed']],
		['over a withdrawn file', { versions: [withdrawn] }, {}, ['file-withdrawn']],
		['twice', { signatures: [aSignature()] }, {}, ['already-signed']],
		['over an own blocking comment', { comments: [aComment()] }, {}, ['own-blocking-comment']],
		['without an answer', {}, { answers: [{ ...yes, answer: null }] }, ['checklist-unanswered']],
		['with a bare “no”', {}, { answers: [{ ...yes, answer: 'no' }] }, ['checklist-unexplained']]
	])('%s', (_, given, change, expected) => {
		expect(codes(given, change)).toEqual(expected);
	});

	test('after the round ended', () => {
		const facts = someFacts({ state: 'reviewed' });
		expect(signOffBlocks(facts, elena, seen).map((reason) => reason.code)).toEqual([
			'wrong-state',
			'no-review-open'
		]);
	});
});

test('optional points and explained answers do not stand in the way', () => {
	const optional: AnsweredItem = { ...yes, mandatory: false, answer: null };
	const explained: AnsweredItem = { ...yes, answer: 'no', note: 'Not needed for a data set' };
	expect(codes({}, { answers: [optional, explained] })).toEqual([]);
});

test('a signer may sign over the blocking comment of another, which holds the quorum back', () => {
	expect(codes({ comments: [aComment({ authorId: 'fabio' })] })).toEqual([]);
});

test('answers stay as they were once signed', () => {
	const signed = inReview({ signatures: [aSignature()] });
	expect(answerChecklistBlocks(signed, elena).map((reason) => reason.code)).toEqual(['already-signed']);
});

test('changes are requested by a reviewer who says what has to change', () => {
	expect(requestChangesBlocks(inReview(), elena, true)).toEqual([]);
	expect(requestChangesBlocks(inReview({ comments: [aComment()] }), elena, false)).toEqual([]);
	const silent = requestChangesBlocks(inReview(), elena, false);
	expect(silent.map((reason) => reason.code)).toEqual(['blocking-comment-missing']);
});

test('whoever only advises comments without blocking', () => {
	const advisor = inReview({ reviewers: [aReviewer({ kind: 'opinion' })] });
	expect(commentBlocks(advisor, elena, false)).toEqual([]);
	expect(commentBlocks(advisor, elena, true).map((reason) => reason.code)).toEqual(['opinion-only']);
});
