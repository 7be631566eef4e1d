import { submit, uploadToPortal } from '#lib/server/demo/acts/deliverable-portal.ts';
import { draft, justify, start, withdraw } from '#lib/server/demo/acts/deliverable-work.ts';
import { forecast } from '#lib/server/demo/acts/dates.ts';
import { askToVerify, claim, judge, prove } from '#lib/server/demo/acts/milestones.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { reviewed } from '#lib/server/demo/stories.ts';

const SPECIFICATION = reviewed({
	code: 'D5.1',
	author: 'colleague.tiiame',
	reviewers: ['qa.lead', 'qa2'],
	start: '2024-05-06',
	draft: '2024-10-07',
	open: '2024-10-09',
	signed: ['2024-10-18', '2024-10-21'],
	approved: '2024-10-28',
	submitted: '2024-11-25',
	accepted: '2025-01-28'
});

/** Submitted ten days late, and waiting for the funder. */
const TOOLBOX: Step[] = [
	...reviewed({
		code: 'D5.2',
		author: 'uz',
		reviewers: ['qa.lead', 'qa2'],
		annex: 'List of the exercises',
		start: '2025-03-03',
		draft: '2026-03-05',
		open: '2026-03-10',
		signed: ['2026-03-24', '2026-03-27'],
		approved: '2026-04-07'
	}),
	step(
		'2026-03-09T08:00',
		'uz',
		forecast('D5.2', '2026-04-17', 'procurement', 'The server was delivered three weeks late.')
	),
	step('2026-04-09T14:00', 'coordinator', uploadToPortal('D5.2')),
	step('2026-04-10T14:10', 'coordinator', submit('D5.2')),
	step(
		'2026-04-10T14:40',
		'uz',
		justify('D5.2', 'The server for the toolbox was delivered three weeks late.')
	)
];

/** Both reviewers signed; the coordinator is next. */
const DATA_SET = reviewed({
	code: 'D5.3',
	author: 'colleague.binrm',
	reviewers: ['qa.lead', 'qa2'],
	format: 'csv',
	annex: 'Description of the data',
	start: '2026-01-19',
	draft: '2026-05-18',
	open: '2026-05-20',
	signed: ['2026-06-02', '2026-06-05']
});

/** A signature that no longer covers the file: a new version came after it. */
const TEACHERS_GUIDE: Step[] = [
	...reviewed({
		code: 'D5.4',
		author: 'colleague.iau',
		reviewers: ['qa1', 'qa.lead'],
		start: '2026-03-16',
		draft: '2026-05-11',
		open: '2026-05-13',
		signed: ['2026-05-27']
	}),
	step('2026-06-09T08:40', 'colleague.iau', draft('D5.4', { note: 'Lesson 6 rewritten', endsReview: true }))
];

const MOBILE_APPLICATION: Step[] = [
	step('2025-06-02T08:10', 'uz', start('D5.5')),
	step('2025-11-20T10:00', 'coordinator', withdraw('D5.5', 'Amendment 1 (sample)'))
];

/** The verifier has begun: one of two means judged. */
const TOOLBOX_ONLINE: Step[] = [
	step('2026-05-25T08:20', 'colleague.tiiame', prove('MS7')),
	step('2026-05-27T09:10', 'colleague.tiiame', claim('MS7', '2026-05-22')),
	step('2026-06-03T08:00', 'qa.lead', askToVerify('MS7', 'qa2')),
	step('2026-06-08T10:00', 'qa2', judge('MS7', 1))
];

export const WP5: readonly Step[] = [
	...SPECIFICATION,
	...TOOLBOX,
	...DATA_SET,
	...TEACHERS_GUIDE,
	...MOBILE_APPLICATION,
	...TOOLBOX_ONLINE
];
