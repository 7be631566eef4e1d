import { describe, expect, test } from 'vitest';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import { PROPOSED_QUALITY_PLAN as PLAN } from '#lib/domain/quality-plan.ts';
import { editorialBlocks, openReviewBlocks, startBlocks } from '#lib/domain/review-guards.ts';
import {
	aCandidate,
	aComment,
	aReviewer,
	aRound,
	aVersion,
	FABIO,
	someFacts
} from '#tests/support/deliverable-facts.ts';

const codes = (facts: DeliverableFacts, hasChecklist = true) =>
	openReviewBlocks(facts, PLAN, hasChecklist).map((reason) => reason.code);
const contribution = (organisationId: string) => ({
	organisationId,
	acronym: organisationId.toUpperCase(),
	personId: null,
	kind: 'contributor' as const,
	note: ''
});

describe('a review opens', () => {
	test.each(['in-preparation', 'changes-requested', 'revision-by-funder'] as const)('from %s', (state) => {
		expect(codes(someFacts({ state }))).toEqual([]);
	});
});

describe('a review does not open', () => {
	const noFile = aVersion({ files: [] });
	const twoMain = aVersion({ files: [aVersion().files, aVersion().files].flat() });
	const cases: [string, Partial<DeliverableFacts>, string[]][] = [
		['while it is planned', { state: 'planned' }, ['wrong-state']],
		['twice', { state: 'in-review' }, ['wrong-state']],
		['without a lead', { leadOrganisationId: null }, ['lead-missing']],
		['without a due date', { dueOn: null }, ['due-missing']],
		['without a type', { type: null }, ['type-missing']],
		['without a level', { level: null }, ['level-missing']],
		['before the contributors are confirmed', { contributorsConfirmed: false }, ['contributors-unconfirmed']],
		['without a version', { versions: [] }, ['version-empty']],
		['on a version without a file', { versions: [noFile] }, ['version-empty']],
		['with two main files', { versions: [twoMain] }, ['main-file-missing']],
		['with one reviewer where two are needed', { reviewers: [aReviewer()] }, ['reviewers-missing']],
		[
			'with an opinion instead of a second signature',
			{ reviewers: [aReviewer(), aReviewer({ ...FABIO, kind: 'opinion' })] },
			['reviewers-missing']
		],
		[
			'with reviewers of the lead’s country alone',
			{ reviewers: [aReviewer({ country: 'KZ' }), aReviewer({ ...FABIO, country: 'KZ' })] },
			['reviewers-abroad-missing']
		],
		[
			'with a reviewer whose organisation contributed since',
			{
				history: { leadOrganisationId: 'koksu', contributions: [contribution('ucy')], conflicts: [] }
			},
			['reviewers-missing', 'reviewer-not-independent', 'organisation-contributed']
		],
		['over an unanswered blocking comment', { comments: [aComment()] }, ['blocking-comments-unanswered']],
		[
			'on the version that was reviewed already',
			{ rounds: [aRound({ closedAt: 'x', outcome: 'changes-requested' })] },
			['version-unchanged']
		],
		[
			'on the same bytes under another number',
			{
				versions: [aVersion({ frozenAt: 'x' }), aVersion({ id: 'v2', number: 2 })],
				rounds: [aRound({ closedAt: 'x', outcome: 'changes-requested' })]
			},
			['version-unchanged']
		]
	];
	test.each(cases)('%s', (_, given, expected) => {
		expect(codes(someFacts(given))).toEqual(expected);
	});

	test('without a checklist', () => {
		expect(codes(someFacts(), false)).toEqual(['checklist-missing']);
	});

	test.each([
		['a format the portal does not take', { name: 'report.pages' }, 'format-not-accepted'],
		['more bytes than the portal takes', { size: 51 * 1024 * 1024 }, 'version-too-large'],
		['a file that was withdrawn', { withdrawn: true }, 'file-withdrawn']
	])('with %s', (_, given, code) => {
		const [main] = aVersion().files;
		const files = main ? [{ ...main, ...given }] : [];
		expect(codes(someFacts({ versions: [aVersion({ files })] }))).toEqual([code]);
	});

	test('and every reason is given at once', () => {
		const nothing = { type: null, level: null, dueOn: null, contributorsConfirmed: false };
		const facts = someFacts({ ...nothing, versions: [], reviewers: [], comments: [aComment()] });
		expect(codes(facts, false)).toHaveLength(9);
	});
});

test('answered and withdrawn comments do not stand in the way', () => {
	const comments = [
		aComment({ answered: true }),
		aComment({ withdrawn: true }),
		aComment({ blocking: false })
	];
	expect(codes(someFacts({ comments }))).toEqual([]);
});

test('preparation starts once, with a lead and a due date', () => {
	expect(startBlocks(someFacts({ state: 'planned' }))).toEqual([]);
	expect(startBlocks(someFacts()).map((reason) => reason.code)).toEqual(['wrong-state']);
	const bare = someFacts({ state: 'planned', leadOrganisationId: null, dueOn: null });
	expect(startBlocks(bare).map((reason) => reason.code)).toEqual(['lead-missing', 'due-missing']);
});

test('a revision is editorial only on the word of somebody independent, and with other bytes', () => {
	const rounds = [aRound({ closedAt: 'x', outcome: 'quorum' })];
	const revised = someFacts({
		state: 'revision-by-funder',
		rounds,
		versions: [aVersion({ frozenAt: 'x' }), aVersion({ id: 'v2', number: 2, files: [] })]
	});
	const lead = aCandidate({ organisationId: 'koksu', acronym: 'KOKSU' });
	expect(editorialBlocks(revised, lead, PLAN, true).map((reason) => reason.code)).toEqual([
		'organisation-leads',
		'version-empty'
	]);
});
