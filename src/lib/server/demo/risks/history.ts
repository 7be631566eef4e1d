import {
	against,
	assess,
	happened,
	measureDone,
	reportRisk,
	riskStep,
	statePlay,
	watched
} from '#lib/server/demo/acts/risks.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const FIRST_PERIOD: Step[] = [
	step('2024-02-05T08:00', 'coordinator', watched(1, 'kz')),
	step('2024-02-05T08:05', 'coordinator', watched(2, 'coordinator')),
	step('2024-02-05T08:10', 'coordinator', watched(3, 'qa.lead')),
	step('2024-02-05T08:15', 'coordinator', watched(4, 'partner.bsu')),
	step('2024-02-05T08:20', 'coordinator', watched(6, 'coordinator')),
	step(
		'2024-02-12T08:00',
		'kz',
		against(1, 'Ask the ministry for the draft rules on micro-qualifications', 'kz', '2024-06-30')
	),
	step('2024-02-12T08:10', 'coordinator', riskStep(1, 'mitigate', 'KazNU keeps in touch with the ministry.')),
	step('2024-06-20T08:00', 'kz', measureDone(1, 'The draft came in June; its terms are in the criteria.')),
	step(
		'2024-09-10T08:00',
		'qa.lead',
		against(3, 'A calendar of reviews with a deputy for every reviewer', 'qa.lead', '2024-11-15')
	),
	step('2024-10-21T08:00', 'coordinator', happened(3, '2024-10-18', 'Two reviews ended three weeks late.')),
	step(
		'2024-11-14T08:00',
		'qa.lead',
		measureDone(3, 'The calendar stands, and every reviewer has a deputy.')
	),
	step(
		'2024-12-02T08:00',
		'coordinator',
		riskStep(3, 'handle', 'Both reviews ended; the calendar is in use.')
	),
	step('2025-02-11T08:00', 'coordinator', assess(4, 2, 4, 'Every university named a group of students.')),
	...[
		statePlay(1, 1, 'yes', 'The draft rules were read in time; they are not in force yet.'),
		statePlay(2, 1, 'no', 'No partner changed its legal form.'),
		statePlay(4, 1, 'partly', 'The open call reached four of eight universities.'),
		statePlay(5, 1, 'partly', 'Exercises that work off line exist for two of five modules.'),
		statePlay(6, 1, 'yes', 'Two people are named for each task.')
	].map((act, index) => step(`2025-06-10T08:0${index}`, 'coordinator', act))
];

const SECOND_PERIOD: Step[] = [
	step(
		'2025-09-15T08:00',
		'coordinator',
		against(6, 'Hand-over notes in the repository for every work package', 'coordinator', '2025-12-15')
	),
	step('2025-09-15T08:10', 'coordinator', riskStep(6, 'mitigate', 'Notes are kept from now on.')),
	step('2025-12-10T08:00', 'coordinator', measureDone(6, 'Notes exist for five of six work packages.')),
	step('2025-12-10T08:10', 'coordinator', assess(6, 3, 2, 'Hand-overs went well twice this year.')),
	step(
		'2026-03-12T08:00',
		'wp4',
		assess(1, 5, 4, 'New rules were announced for the summer, before the pilot ends.')
	),
	step(
		'2026-03-12T08:20',
		'wp4',
		against(1, 'Compare the announced rules with the criteria, element by element', 'wp4', '2026-05-29')
	),
	step(
		'2026-03-12T08:30',
		'wp4',
		against(1, 'A workshop with both ministries on what changes', 'kz', '2026-07-10')
	),
	step(
		'2026-05-18T08:00',
		'coordinator',
		against(5, 'Light pages for the toolbox, tried on a mobile net', 'qa1', '2026-09-30')
	),
	step(
		'2026-06-02T08:00',
		'coordinator',
		statePlay(6, 2, 'yes', 'Two people left; their notes were enough for those who followed.')
	),
	step(
		'2026-06-04T08:00',
		'kz',
		statePlay(1, 2, 'partly', 'The new rules are announced, their text is not out.')
	),
	step(
		'2026-06-08T08:00',
		'partner.koksu',
		reportRisk(
			'The laboratory for the second pilot is closed for repairs until October',
			'Use the laboratory of the agricultural university for two weeks',
			5
		)
	)
];

/** What became of the sample risks over two reporting periods. */
export const RISKS: readonly Step[] = [...FIRST_PERIOD, ...SECOND_PERIOD];
