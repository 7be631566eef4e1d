import { approve, askRevision, submit } from '#lib/server/demo/acts/deliverable-portal.ts';
import { answer, changes, comment, sign } from '#lib/server/demo/acts/deliverable-reviews.ts';
import { assign, confirm, draft, justify, request, start } from '#lib/server/demo/acts/deliverable-work.ts';
import { accept } from '#lib/server/demo/acts/deliverable-portal.ts';
import { forecast } from '#lib/server/demo/acts/dates.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { claimed, reviewed } from '#lib/server/demo/stories.ts';

const HANDBOOK = reviewed({
	code: 'D1.1',
	author: 'colleague.upv',
	reviewers: ['qa.lead', 'qa1'],
	start: '2023-12-11',
	draft: '2024-01-22',
	open: '2024-01-24',
	signed: ['2024-01-31', '2024-02-02'],
	approved: '2024-02-05',
	submitted: '2024-02-26',
	accepted: '2024-04-15'
});

const INTERIM_REPORT = reviewed({
	code: 'D1.2',
	author: 'colleague.upv',
	reviewers: ['qa.lead', 'qa1'],
	annex: 'Table of deliverables and milestones',
	start: '2025-04-01',
	draft: '2025-05-02',
	open: '2025-05-06',
	signed: ['2025-05-14', '2025-05-15'],
	approved: '2025-05-19',
	submitted: '2025-05-28',
	accepted: '2025-08-20'
});

const DATA_PLAN = reviewed({
	code: 'D1.3',
	author: 'partner.ucy',
	reviewers: ['qa.lead', 'qa1'],
	start: '2024-03-04',
	draft: '2024-04-15',
	open: '2024-04-17',
	signed: ['2024-04-24', '2024-04-29'],
	approved: '2024-05-06',
	submitted: '2024-05-30',
	accepted: '2024-07-16'
});

/** Two slips of the forecast, two rounds, and submitted twelve days late. */
const QUALITY_PLAN: Step[] = [
	step('2024-02-05T08:10', 'colleague.unicas', start('D2.1')),
	step(
		'2024-04-10T10:00',
		'colleague.unicas',
		forecast('D2.1', '2024-06-05', 'input-late', 'Two partners have not named their reviewers yet.')
	),
	step(
		'2024-04-22T08:40',
		'colleague.unicas',
		draft('D2.1', { note: 'First complete draft', annex: 'Questionnaires' })
	),
	step('2024-04-22T09:05', 'colleague.unicas', confirm('D2.1')),
	step('2024-04-24T07:50', 'qa.lead', assign('D2.1', 'qa1', 'qa2')),
	step('2024-04-24T09:20', 'colleague.unicas', request('D2.1')),
	step(
		'2024-05-02T12:00',
		'qa2',
		comment('D2.1', 'A short table of all deadlines would help the partners.', 'advise')
	),
	step(
		'2024-05-03T11:00',
		'qa1',
		changes('D2.1', 'The plan does not say who stands in for a reviewer who is absent.', 2)
	),
	step(
		'2024-05-15T09:30',
		'colleague.unicas',
		answer('D2.1', 'Chapter 3 now names a deputy for each reviewer.')
	),
	step(
		'2024-05-16T08:40',
		'colleague.unicas',
		draft('D2.1', { note: 'Deputies named, table of deadlines added' })
	),
	step('2024-05-17T09:20', 'colleague.unicas', request('D2.1', 'See chapter 3.')),
	step(
		'2024-05-20T10:00',
		'colleague.unicas',
		forecast('D2.1', '2024-06-12', 'quality', 'The second round takes its ten working days.')
	),
	step('2024-05-28T10:15', 'qa1', sign('D2.1')),
	step('2024-06-03T11:15', 'qa2', sign('D2.1')),
	step('2024-06-06T13:30', 'coordinator', approve('D2.1')),
	step('2024-06-12T14:10', 'coordinator', submit('D2.1')),
	step(
		'2024-06-12T14:40',
		'coordinator',
		justify('D2.1', 'The first review rightly asked for deputies; the second round took two weeks.')
	),
	step('2024-08-02T15:00', 'coordinator', accept('D2.1'))
];

/** The funder asked for a revision, which went through a full review again. */
const MIDTERM_EVALUATION: Step[] = [
	...reviewed({
		code: 'D2.2',
		author: 'colleague.unicas',
		reviewers: ['qa1', 'qa2'],
		start: '2025-03-10',
		draft: '2025-04-28',
		open: '2025-05-02',
		signed: ['2025-05-09', '2025-05-12'],
		approved: '2025-05-15',
		submitted: '2025-05-29'
	}),
	step(
		'2025-07-08T15:00',
		'coordinator',
		askRevision('D2.2', 'Please add how the recommendations are followed up.')
	),
	step('2025-07-21T08:40', 'colleague.unicas', draft('D2.2', { note: 'Table of the follow-up added' })),
	step('2025-07-22T09:20', 'colleague.unicas', request('D2.2')),
	step('2025-07-30T10:15', 'qa1', sign('D2.2')),
	step('2025-07-31T11:15', 'qa2', sign('D2.2')),
	step('2025-08-04T13:30', 'coordinator', approve('D2.2')),
	step('2025-08-06T14:10', 'coordinator', submit('D2.2')),
	step('2025-09-30T15:00', 'coordinator', accept('D2.2'))
];

const MILESTONES = [
	...claimed({
		code: 'MS1',
		claimant: 'colleague.upv',
		verifiers: ['qa1'],
		achieved: '2024-02-28',
		claimed: '2024-03-04',
		asked: '2024-03-05',
		verified: ['2024-03-08'],
		declared: '2024-03-11'
	}),
	...claimed({
		code: 'MS2',
		claimant: 'colleague.unicas',
		verifiers: ['qa2'],
		achieved: '2024-06-06',
		claimed: '2024-06-07',
		asked: '2024-06-10',
		verified: ['2024-06-14'],
		declared: '2024-06-17'
	}),
	...claimed({
		code: 'MS4',
		claimant: 'colleague.upv',
		verifiers: ['qa1', 'qa2'],
		achieved: '2025-06-12',
		claimed: '2025-06-17',
		asked: '2025-06-18',
		verified: ['2025-06-23', '2025-06-25'],
		declared: '2025-06-27'
	})
];

export const WP1_WP2: readonly Step[] = [
	...HANDBOOK,
	...INTERIM_REPORT,
	...DATA_PLAN,
	...QUALITY_PLAN,
	...MIDTERM_EVALUATION,
	...MILESTONES
];
