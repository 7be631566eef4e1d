import { declines, judges, proposes, readsLog, reports, serves } from '#lib/server/demo/acts/indicators.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const LISTS = { source: 'Attendance lists of the trainings' };
const EARLY = '2025-05-31';
const LATE = '2026-05-31';

const FIRST: Step[] = [
	step('2025-06-05T08:00', 'kz', reports('I10', 'kaznu', EARLY, { value: 42, parts: [27, 15, 0], ...LISTS })),
	step('2025-06-05T08:30', 'partner.koksu', reports('I10', 'koksu', EARLY, { value: 18, ...LISTS })),
	step('2025-06-06T08:00', 'wp4', reports('I10', 'ayu', EARLY)),
	step('2025-06-06T08:10', 'wp4', reports('I10', 'tiiame', EARLY, { value: 30, ...LISTS })),
	step('2025-06-06T08:20', 'uz', reports('I10', 'fpi', EARLY, { value: 25, ...LISTS })),
	step('2025-06-06T08:30', 'partner.bsu', reports('I10', 'bsu', EARLY, { value: 20, ...LISTS })),
	step('2025-06-10T08:00', 'kz', judges('accept', 'I10', 'koksu')),
	step('2025-06-10T08:10', 'uz', judges('accept', 'I10', 'bsu')),
	step('2025-06-10T08:20', 'uz', judges('accept', 'I10', 'tiiame')),
	step('2025-06-12T08:00', 'coordinator', judges('accept', 'I10', 'kaznu')),
	step('2025-06-12T08:10', 'coordinator', judges('accept', 'I10', 'fpi')),
	step('2025-06-20T08:00', 'qa.lead', judges('verify', 'I10', 'kaznu', 'Compared with three lists.')),
	step('2025-06-20T08:10', 'qa2', judges('verify', 'I10', 'bsu', 'Compared with the list of May.'))
];

const SECOND: Step[] = [
	step('2026-06-02T08:00', 'kz', reports('I10', 'kaznu', LATE, { value: 96, parts: [60, 34, 2], ...LISTS })),
	step(
		'2026-06-02T08:10',
		'partner.koksu',
		reports('I10', 'koksu', LATE, { value: 40, parts: [25, 15, 0], ...LISTS })
	),
	step('2026-06-02T08:20', 'wp4', reports('I10', 'ayu', LATE)),
	step('2026-06-02T08:30', 'wp4', reports('I10', 'tiiame', LATE, { value: 70, ...LISTS })),
	step('2026-06-03T08:00', 'uz', reports('I10', 'fpi', LATE, { value: 61, ...LISTS })),
	step('2026-06-03T08:10', 'partner.bsu', reports('I10', 'bsu', LATE, { value: 155, ...LISTS })),
	step(
		'2026-06-03T08:20',
		'wp4',
		reports('I10', 'iau', LATE, {
			notApplicable: 'Its teachers are trained within the project of its region.'
		})
	),
	step('2026-06-05T08:00', 'kz', judges('accept', 'I10', 'koksu')),
	step('2026-06-05T08:10', 'uz', judges('accept', 'I10', 'tiiame')),
	step(
		'2026-06-05T08:20',
		'uz',
		judges('return', 'I10', 'bsu', 'The lists show 55: students seem to be counted too.')
	),
	step('2026-06-05T08:30', 'coordinator', judges('accept', 'I10', 'kaznu')),
	step('2026-06-09T08:00', 'qa2', judges('verify', 'I10', 'kaznu', 'Compared with six lists.')),
	step('2026-06-09T08:10', 'qa.lead', judges('verify', 'I10', 'koksu', 'Compared with two lists.')),
	step('2026-06-04T08:00', 'kz', reports('I11', 'kaznu', LATE, { value: 24, parts: [13, 11] })),
	step('2026-06-04T08:10', 'partner.bsu', reports('I11', 'bsu', LATE, { value: 35, source: 'Register' })),
	step('2026-06-04T08:20', 'uz', reports('I11', 'fpi', LATE)),
	step('2026-06-08T08:00', 'uz', judges('accept', 'I11', 'bsu')),
	step(
		'2026-06-04T08:30',
		'partner.koksu',
		reports('I12', 'koksu', LATE, { value: 7, source: 'Course plans' })
	),
	step('2026-03-30T08:00', 'kz', reports('I13', 'kaznu', '2026-03-30', { value: 1, source: 'Letter' })),
	step('2026-03-30T08:10', 'uz', reports('I13', 'fpi', '2026-03-30', { value: 1, source: 'Letter' })),
	step('2026-04-02T08:00', 'coordinator', judges('accept', 'I13', 'kaznu')),
	step('2026-04-02T08:10', 'coordinator', judges('accept', 'I13', 'fpi')),
	step('2026-04-09T08:00', 'qa.lead', judges('verify', 'I13', 'kaznu', 'The letter was seen.'))
];

const TRAVELLED = '2025-11-30';
const HELD = '2026-06-01';

/** Read from the logs, claimed otherwise, and not reported at all. */
const FROM_LOGS: Step[] = [
	step('2025-12-03T08:00', 'kz', readsLog('I14', 'kaznu', TRAVELLED)),
	step('2025-12-03T08:10', 'partner.koksu', readsLog('I14', 'koksu', TRAVELLED)),
	step('2025-12-03T08:20', 'partner.bsu', readsLog('I14', 'bsu', TRAVELLED)),
	step(
		'2025-12-04T08:00',
		'uz',
		reports('I14', 'fpi', TRAVELLED, { value: 8, source: 'List of the international office' })
	),
	step('2025-12-09T08:00', 'coordinator', judges('accept', 'I14', 'kaznu')),
	step('2025-12-09T08:10', 'kz', judges('accept', 'I14', 'koksu')),
	step('2025-12-15T08:00', 'qa2', judges('verify', 'I14', 'kaznu', 'Compared with the list of the visit.')),
	step('2025-06-03T08:00', 'kz', readsLog('I15', 'kaznu', EARLY)),
	step('2025-06-03T08:10', 'partner.koksu', readsLog('I15', 'koksu', EARLY)),
	step('2025-06-03T08:20', 'uz', reports('I15', 'fpi', EARLY, { value: 60, source: 'Estimate' })),
	step('2025-06-10T09:00', 'coordinator', judges('accept', 'I15', 'kaznu')),
	step('2026-06-02T09:00', 'kz', readsLog('I16', 'kaznu', HELD)),
	step('2026-06-02T09:10', 'uz', readsLog('I16', 'fpi', HELD)),
	step('2026-06-02T09:20', 'partner.bsu', reports('I16', 'bsu', HELD))
];

const PROPOSED: Step[] = [
	step(
		'2026-02-10T08:00',
		'wp4',
		proposes('I10', '2026-11-30', 450, 'Two universities hold no training before the autumn.')
	),
	step(
		'2026-02-12T08:00',
		'coordinator',
		declines('I10', 'First say which training falls away; the other universities may hold one more.')
	),
	step('2026-04-20T08:00', 'wp4', proposes('I13', '2026-09-30', 4, 'The ministries meet again in September.'))
];

const GOALS: Step[] = [
	step(
		'2025-06-16T08:00',
		'coordinator',
		serves(
			4,
			'Teachers learn to design short courses with assessed outcomes; universities put them on offer.'
		)
	),
	step(
		'2025-06-16T08:10',
		'coordinator',
		serves(7, 'Courses on landfill gas and biogas show how waste becomes energy.')
	),
	step(
		'2025-06-16T08:20',
		'coordinator',
		serves(
			11,
			'City and university plan solid waste together in the incubator; notes on rules go to the ministries.'
		)
	),
	step(
		'2025-06-16T08:30',
		'coordinator',
		serves(12, 'Exercises of the toolbox teach sorting, reuse and the life cycle of materials.')
	),
	step(
		'2025-06-16T08:40',
		'coordinator',
		serves(13, 'Monitoring of closed landfills from satellites gives numbers on methane and land cover.')
	),
	step(
		'2025-06-16T08:50',
		'coordinator',
		serves(15, 'Sustainable land management becomes a taught subject; restored land is followed over years.')
	)
];

/** Numbers of two moments: accepted, verified, returned, nil, not applicable, and never given. */
export const INDICATORS: readonly Step[] = [...FIRST, ...SECOND, ...FROM_LOGS, ...PROPOSED, ...GOALS];
