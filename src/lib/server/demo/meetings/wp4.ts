import { begin, refuse, takeOn } from '#lib/server/demo/acts/actions.ts';
import { attended, inviteEverybody, meetingStep, plan, point } from '#lib/server/demo/acts/meetings.ts';
import {
	approve,
	circulate,
	correct,
	decide,
	give,
	inform,
	object,
	signAs,
	write
} from '#lib/server/demo/acts/minutes.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const FEBRUARY = 'wp4-catalogue-meeting-2026-02';
const STATE = 'State of the catalogue';
const DATE = 'Second pilot: how long it runs';

const ONLINE = {
	kind: 'work-package',
	mode: 'online',
	place: '',
	link: 'https://meet.example.org/leslie-wp4',
	series: 'WP4 meetings',
	timeZone: 'Asia/Almaty',
	host: 'kaznu',
	workPackages: [4]
} as const;

const SPRING: Step[] = [
	step(
		'2026-01-26T05:00',
		'wp4',
		plan(FEBRUARY, {
			...ONLINE,
			title: 'WP4 catalogue meeting',
			chair: 'wp4',
			secretary: 'kz',
			summary: 'Where the entries stand, and what the algorithm still needs.',
			days: [{ day: '2026-02-10', startsAt: 14 * 60, endsAt: 16 * 60 }]
		})
	),
	step(
		'2026-01-26T05:10',
		'wp4',
		point(FEBRUARY, { title: STATE, startsAt: 14 * 60, minutes: 50, presenter: 'kz', about: ['MS3'] })
	),
	step(
		'2026-01-26T05:15',
		'wp4',
		point(FEBRUARY, { title: DATE, startsAt: 14 * 60 + 50, minutes: 40, presenter: 'wp4', about: ['D4.5'] })
	),
	step('2026-01-26T05:20', 'wp4', inviteEverybody(FEBRUARY)),
	step('2026-01-26T05:30', 'wp4', meetingStep(FEBRUARY, 'invite')),
	step('2026-02-10T11:30', 'wp4', meetingStep(FEBRUARY, 'end')),
	step('2026-02-10T11:40', 'wp4', attended(FEBRUARY, 'remote', 'unicas', 'mhesi')),
	step(
		'2026-02-10T12:00',
		'wp4',
		write(
			FEBRUARY,
			STATE,
			'Every university showed its entries. Most lack assessment methods and a second language.'
		)
	),
	step('2026-02-10T12:10', 'wp4', inform(FEBRUARY, STATE, 'The gap matrix is the common list from now on.')),
	step(
		'2026-02-10T12:20',
		'wp4',
		give(FEBRUARY, STATE, {
			code: 'A-005',
			title: 'Collect one worked example of assessment for each theme',
			owner: 'partner.ucy',
			dueOn: '2026-05-15'
		})
	),
	step(
		'2026-02-10T12:30',
		'wp4',
		write(FEBRUARY, DATE, 'The second pilot cannot end before September; its report follows it.')
	),
	step(
		'2026-02-10T12:40',
		'coordinator',
		decide(FEBRUARY, DATE, {
			code: 'DEC-003',
			title: 'The report on the second pilot is due on 15 September 2026',
			text: 'The agreed date of D4.5 moves to 15 September 2026, after the last cohort of the pilot.',
			rationale: 'A report without the last cohort would have to be written twice.',
			votes: [11, 0, 1]
		})
	),
	step('2026-02-12T05:00', 'wp4', circulate(FEBRUARY)),
	step('2026-03-09T09:00', 'coordinator', approve(FEBRUARY)),
	step('2026-03-09T10:00', 'wp4', signAs(FEBRUARY, 'chair')),
	step('2026-03-10T05:00', 'kz', signAs(FEBRUARY, 'secretary')),
	step(
		'2026-03-16T05:30',
		'wp4',
		correct(FEBRUARY, STATE, 'IAU showed its entries as well.', 'The list of speakers left it out.')
	),
	step('2026-02-11T08:00', 'partner.ucy', takeOn('A-005')),
	step('2026-03-02T08:00', 'partner.ucy', begin('A-005'))
];

const JUNE = 'wp4-assessment-workshop-2026-06';
const METHODS = 'Assessment methods that every university can run';
const GUIDE = 'Guide for assessors';

/** Its minutes are in their days of objection, and one organisation has objected. */
const SUMMER: Step[] = [
	step(
		'2026-05-18T05:00',
		'wp4',
		plan(JUNE, {
			...ONLINE,
			title: 'WP4 assessment workshop',
			chair: 'wp4',
			secretary: 'kz',
			summary: 'How outcomes are assessed in small micro-credentials.',
			days: [{ day: '2026-06-03', startsAt: 15 * 60, endsAt: 17 * 60 }]
		})
	),
	step('2026-05-18T05:10', 'wp4', point(JUNE, { title: METHODS, minutes: 60, presenter: 'partner.ucy' })),
	step('2026-05-18T05:15', 'wp4', point(JUNE, { title: GUIDE, minutes: 45, presenter: 'wp4' })),
	step('2026-05-18T05:20', 'wp4', inviteEverybody(JUNE)),
	step('2026-05-18T05:30', 'wp4', meetingStep(JUNE, 'invite')),
	step('2026-06-03T12:10', 'wp4', meetingStep(JUNE, 'end')),
	step('2026-06-03T12:20', 'wp4', attended(JUNE, 'remote', 'mshe', 'carec')),
	step(
		'2026-06-03T12:40',
		'wp4',
		write(
			JUNE,
			METHODS,
			'Portfolio, field report and online test can be run everywhere; a laboratory cannot.'
		)
	),
	step(
		'2026-06-03T12:50',
		'wp4',
		write(JUNE, GUIDE, 'A short guide with one page a method is wanted by autumn.')
	),
	step(
		'2026-06-03T13:00',
		'wp4',
		give(JUNE, GUIDE, {
			code: 'A-006',
			title: 'Draft the guide for assessors, one page a method',
			owner: 'partner.koksu',
			dueOn: '2026-07-31'
		})
	),
	step(
		'2026-06-03T13:05',
		'wp4',
		give(JUNE, METHODS, {
			code: 'A-007',
			title: 'Find out which laboratories may be shared between universities',
			owner: 'colleague.tiiame',
			dueOn: '2026-06-30'
		})
	),
	step('2026-06-08T05:00', 'wp4', circulate(JUNE)),
	step('2026-06-09T06:00', 'partner.koksu', takeOn('A-006')),
	step(
		'2026-06-10T06:00',
		'colleague.tiiame',
		refuse('A-007', 'We have no contact to the laboratories in Kazakhstan.', 'kz')
	),
	step(
		'2026-06-11T06:30',
		'partner.koksu',
		object(JUNE, METHODS, 'KOKSU can run a laboratory; the sentence should say “not everywhere”.')
	)
];

export const WP4_MEETINGS: readonly Step[] = [...SPRING, ...SUMMER];
