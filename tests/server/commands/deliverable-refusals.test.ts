import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { aReviewableDeliverable, type Made } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { aFile, stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

type Steps = ReturnType<typeof stepsOf>;
type Case = [
	string,
	(steps: Steps, made: Made) => Promise<void>,
	(steps: Steps, made: Made) => Promise<unknown>,
	string[]
];

const nothing = async () => undefined;
const toReview = (steps: Steps) => steps.toReview();
const toReviewed = (steps: Steps) => steps.toReviewed();
const toApproved = async (steps: Steps, made: Made) => {
	await steps.toReviewed();
	await steps.approve(made.coordinator);
};
const toSubmitted = async (steps: Steps, made: Made) => {
	await toApproved(steps, made);
	await steps.submit(made.coordinator);
};

const CASES: Case[] = [
	['preparation by another partner', nothing, (s, m) => s.start(m.contributor), ['out-of-scope']],
	['an upload before the preparation', nothing, (s, m) => s.upload(m.author), ['record-locked']],
	[
		'an upload of nothing',
		(s, m) => s.start(m.author),
		(s, m) => s.upload(m.author, []),
		['nothing-uploaded']
	],
	[
		'an upload of a main file in a format that the portal does not take',
		(s, m) => s.start(m.author),
		(s, m) => s.upload(m.author, [aFile('a photo', 'main', 'photo.png')]),
		['format-not-accepted']
	],
	[
		'such a file as the main one of those that are there',
		async (s, m) => {
			await s.start(m.author);
			await s.upload(m.author, [aFile('a photo', 'annex', 'photo.png')]);
		},
		async (s, m) => {
			const file = (await s.read()).facts.versions[0]?.files[0];
			return s.chooseMain(m.author, file?.evidenceId ?? '');
		},
		['format-not-accepted']
	],
	['an upload by a reviewer', toReview, (s, m) => s.upload(m.first, [aFile()], true), ['role-needed']],
	['an unknowing end of the review', toReview, (s, m) => s.upload(m.author), ['end-of-review-unconfirmed']],
	[
		'a review of nothing',
		(s, m) => s.start(m.author),
		(s, m) => s.open(m.author),
		['contributors-unconfirmed', 'version-empty', 'reviewers-missing', 'reviewers-abroad-missing']
	],
	['a review requested by a reviewer', nothing, (s, m) => s.open(m.first), ['role-needed']],
	['a review opened twice', toReview, (s, m) => s.open(m.author), ['wrong-state', 'version-unchanged']],
	['an assignment by the coordinator', nothing, (s, m) => s.assign(m.coordinator, m.first), ['role-needed']],
	['an assignment by the author', nothing, (s, m) => s.assign(m.author, m.first), ['role-needed']],
	['an assignment of a partner', nothing, (s, m) => s.assign(m.qaLead, m.contributor), ['no-reviewer-role']],
	['the same assignment twice', toReview, (s, m) => s.assign(m.qaLead, m.first), ['already-assigned']],
	['a signature without assignment', toReview, (s, m) => s.sign(m.local), ['out-of-scope']],
	['a signature of the author', toReview, (s, m) => s.sign(m.author), ['role-needed']],
	['a signature of the coordinator', toReview, (s, m) => s.sign(m.coordinator), ['role-needed']],
	[
		'a signature on other bytes',
		toReview,
		(s, m) => s.sign(m.first, { coversSha256: 'f'.repeat(64) }),
		['covers-changed']
	],
	[
		'a signature without the checklist',
		toReview,
		(s, m) => s.sign(m.first, { answers: [] }),
		['checklist-unanswered']
	],
	[
		'a second signature of one person',
		async (s, m) => {
			await s.toReview();
			await s.sign(m.first);
		},
		(s, m) => s.sign(m.first),
		['already-signed']
	],
	[
		'a signature over an own blocking comment',
		async (s, m) => {
			await s.toReview();
			await s.comment(m.first, 'Wrong', true);
		},
		(s, m) => s.sign(m.first),
		['own-blocking-comment']
	],
	['a late signature', toReviewed, (s, m) => s.sign(m.first), ['wrong-state', 'no-review-open']],
	[
		'changes without a reason',
		toReview,
		(s, m) => s.requestChanges(m.first, ''),
		['blocking-comment-missing']
	],
	['changes by the coordinator in a review', toReview, (s, m) => s.return(m.coordinator), ['wrong-state']],
	[
		'an approval before the quorum',
		toReview,
		(s, m) => s.approve(m.coordinator),
		['wrong-state', 'quorum-missing', 'quorum-abroad-missing']
	],
	['an approval by the QA lead', toReviewed, (s, m) => s.approve(m.qaLead), ['role-needed']],
	[
		'an approval of bytes not seen',
		toReviewed,
		(s, m) => s.approve(m.coordinator, { coversSha256: 'f'.repeat(64) }),
		['covers-changed']
	],
	[
		'an approval without the package',
		toReviewed,
		(s, m) => s.approve(m.coordinator, { built: undefined }),
		['package-missing']
	],
	[
		'an approval without the checks of a public text',
		toReviewed,
		(s, m) => s.approve(m.coordinator, { emblemChecked: false }),
		['public-check-missing']
	],
	['an approval twice', toApproved, (s, m) => s.approve(m.coordinator), ['wrong-state']],
	['a broken glass by a partner', toReview, (s, m) => s.breakGlass(m.author), ['role-needed']],
	[
		'a submission before the approval',
		toReviewed,
		(s, m) => s.submit(m.coordinator),
		['wrong-state', 'package-missing']
	],
	[
		'a submission of another file',
		toApproved,
		(s, m) => s.submit(m.coordinator, { sha256: 'f'.repeat(64) }),
		['package-differs']
	],
	[
		'a submission tomorrow',
		toApproved,
		(s, m) => s.submit(m.coordinator, { submittedOn: '2026-06-16' }),
		['portal-day-in-future']
	],
	[
		'a submission before the approval’s day',
		toApproved,
		(s, m) => s.submit(m.coordinator, { submittedOn: '2026-06-14' }),
		['portal-day-before']
	],
	['a submission twice', toSubmitted, (s, m) => s.submit(m.coordinator), ['wrong-state']],
	['an acceptance before the submission', toApproved, (s, m) => s.accept(m.coordinator), ['wrong-state']],
	[
		'an acceptance before its day',
		toSubmitted,
		(s, m) => s.accept(m.coordinator, '2026-06-14'),
		['portal-day-before']
	],
	[
		'an upload after the submission',
		toSubmitted,
		(s, m) => s.upload(m.author, [aFile()], true),
		['record-locked']
	]
];

describe('refused, with the reason, and nothing changed:', () => {
	test.each(CASES)('%s', (_, prepare, attempt, expected) =>
		withDatabase(async (db: Db) => {
			const made = await aReviewableDeliverable(db);
			const steps = stepsOf(db, made);
			await prepare(steps, made);
			expect(await refused(db, () => attempt(steps, made))).toEqual(expected);
		})
	);
});

test('a deliverable of another project does not exist', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const foreign = await aReviewableDeliverable(db);
		await expect(stepsOf(db, made).start(foreign.author)).rejects.toThrow('not found');
		await expect(stepsOf(db, made).assign(made.qaLead, foreign.first)).rejects.toThrow('not found');
	}));
