import { answer, changes, comment } from '#lib/server/demo/acts/deliverable-reviews.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { claimed, reviewed } from '#lib/server/demo/stories.ts';

const DISSEMINATION_PLAN = reviewed({
	code: 'D6.1',
	author: 'colleague.carec',
	reviewers: ['qa.lead', 'qa1'],
	start: '2024-02-12',
	draft: '2024-04-08',
	open: '2024-04-10',
	signed: ['2024-04-22', '2024-04-24'],
	approved: '2024-04-29',
	submitted: '2024-05-27',
	accepted: '2024-07-10'
});

const WEBSITE = reviewed({
	code: 'D6.2',
	author: 'colleague.carec',
	reviewers: ['qa.lead', 'qa1'],
	start: '2024-01-29',
	draft: '2024-04-29',
	open: '2024-05-02',
	signed: ['2024-05-13', '2024-05-14'],
	approved: '2024-05-17',
	submitted: '2024-05-30',
	accepted: '2024-07-10'
});

const FIRST_HALF = reviewed({
	code: 'D6.4',
	author: 'colleague.carec',
	reviewers: ['qa.lead', 'qa2'],
	annex: 'List of events',
	start: '2025-05-05',
	draft: '2025-06-23',
	open: '2025-06-25',
	signed: ['2025-07-07', '2025-07-09'],
	approved: '2025-07-14',
	submitted: '2025-07-30',
	accepted: '2025-10-02'
});

/** Two blocking comments: one answered, one still waiting for the lead. */
const POLICY_BRIEF: Step[] = [
	...reviewed({
		code: 'D6.5',
		author: 'partner.ucy',
		reviewers: ['qa.lead', 'qa1'],
		start: '2026-03-23',
		draft: '2026-05-25',
		open: '2026-05-27',
		signed: []
	}),
	step(
		'2026-06-04T10:00',
		'qa1',
		comment('D6.5', 'The brief quotes the rules of 2018, which were replaced.', 'block')
	),
	step(
		'2026-06-05T10:00',
		'qa.lead',
		comment('D6.5', 'A summary on one page would reach more readers.', 'advise')
	),
	step(
		'2026-06-08T11:00',
		'qa.lead',
		changes('D6.5', 'The recommendations do not say to whom they are addressed.', 4)
	),
	step('2026-06-11T09:30', 'partner.ucy', answer('D6.5', 'The rules now in force are quoted.'))
];

/** Verified, and waiting for the coordinator's countersignature. */
const CHANNELS_IN_USE = claimed({
	code: 'MS10',
	claimant: 'colleague.carec',
	verifiers: ['qa2'],
	achieved: '2025-11-28',
	claimed: '2026-06-01',
	asked: '2026-06-03',
	verified: ['2026-06-09']
});

export const WP6: readonly Step[] = [
	...DISSEMINATION_PLAN,
	...WEBSITE,
	...FIRST_HALF,
	...POLICY_BRIEF,
	...CHANNELS_IN_USE
];
