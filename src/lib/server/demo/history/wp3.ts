import { askRevision } from '#lib/server/demo/acts/deliverable-portal.ts';
import { comment } from '#lib/server/demo/acts/deliverable-reviews.ts';
import { judgeHealth } from '#lib/server/demo/acts/dates.ts';
import { askToVerify, claim, giveBack, judge, notAchieved, prove } from '#lib/server/demo/acts/milestones.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { reviewed } from '#lib/server/demo/stories.ts';

const INCUBATOR_CONCEPT: Step[] = [
	...reviewed({
		code: 'D3.1',
		author: 'colleague.bsu',
		reviewers: ['qa.lead', 'qa2'],
		start: '2024-07-01',
		draft: '2024-10-14',
		open: '2024-10-16',
		signed: ['2024-10-25', '2024-10-29'],
		approved: '2024-11-04',
		submitted: '2024-11-27',
		accepted: '2025-01-22'
	}),
	step(
		'2024-10-23T09:00',
		'qa2',
		comment('D3.1', 'The timetable could name the weeks of the examinations.', 'advise')
	)
];

/** Submitted on time; the funder wants changes, and they take their time. */
const HUB_CHARTER: Step[] = [
	...reviewed({
		code: 'D3.3',
		author: 'colleague.ayu',
		reviewers: ['qa.lead', 'qa1'],
		start: '2025-05-12',
		draft: '2025-08-20',
		open: '2025-08-25',
		signed: ['2025-09-08', '2025-09-10'],
		approved: '2025-09-15',
		submitted: '2025-09-29'
	}),
	step(
		'2026-04-20T15:00',
		'coordinator',
		askRevision('D3.3', 'The charter should say how a member leaves the Hub, and who owns shared data then.')
	)
];

/** One signature of two. */
const HUB_SERVICES = reviewed({
	code: 'D3.4',
	author: 'colleague.iau',
	reviewers: ['qa.lead', 'qa2'],
	start: '2026-03-02',
	draft: '2026-06-01',
	open: '2026-06-04',
	signed: ['2026-06-10']
});

const MILESTONES: Step[] = [
	step(
		'2025-12-15T10:00',
		'coordinator',
		notAchieved(
			'MS8',
			'Only seven students had applied by the closing day.',
			'The first cohort starts half a year later; D3.2 will report on two shorter cohorts.',
			'Steering committee, decision 7 (sample)'
		)
	),
	step('2026-05-12T08:20', 'colleague.bsu', prove('MS9')),
	step('2026-05-13T09:10', 'colleague.bsu', claim('MS9', '2026-04-28')),
	step('2026-05-14T08:00', 'qa.lead', askToVerify('MS9', 'qa1')),
	step('2026-05-21T10:00', 'qa1', judge('MS9', 1, 'Two of the eight signatures are missing.')),
	step('2026-05-21T10:10', 'qa1', judge('MS9', 2)),
	step('2026-05-22T09:00', 'qa1', giveBack('MS9', 'Please add the page with the two missing signatures.')),
	step(
		'2026-06-01T09:00',
		'coordinator',
		judgeHealth(
			3,
			'at-risk',
			'The second call for the incubator is open; we decide after its closing day.',
			'2026-07-15'
		)
	)
];

export const WP3: readonly Step[] = [...INCUBATOR_CONCEPT, ...HUB_CHARTER, ...HUB_SERVICES, ...MILESTONES];
