import {
	agreeToDay,
	askForDay,
	begin,
	confirmDone,
	done,
	takeOn,
	waitFor
} from '#lib/server/demo/acts/actions.ts';
import { lead } from '#lib/server/demo/acts/meetings.ts';
import {
	answerTheObjection,
	approve,
	circulate,
	give,
	object,
	signAs,
	takeBack
} from '#lib/server/demo/acts/minutes.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const ALMATY = 'almaty-2025-12';
const CATALOGUE = 'LESLIE Microcredential Catalogue: consolidation of outputs, gaps, future actions';
const CLOSING = 'Conclusions and next steps; guided campus tour';

const GIVEN: Step[] = [
	step('2025-12-08T09:00', 'coordinator', lead(ALMATY, 'coordinator', 'kz')),
	step(
		'2025-12-08T09:10',
		'coordinator',
		give(ALMATY, CATALOGUE, {
			code: 'A-001',
			title: 'Complete the learning outcomes and workload of the entries of KOKSU',
			owner: 'partner.koksu',
			dueOn: '2026-03-31',
			decision: 'DEC-001'
		})
	),
	step(
		'2025-12-08T09:15',
		'coordinator',
		give(ALMATY, CATALOGUE, {
			code: 'A-002',
			title: 'Name the approving officers of the universities in Uzbekistan',
			owner: 'uz',
			dueOn: '2026-02-27',
			decision: 'DEC-001'
		})
	),
	step(
		'2025-12-08T09:20',
		'coordinator',
		give(ALMATY, CATALOGUE, {
			code: 'A-003',
			title: 'Translate titles and outcomes of the entries of BSU into Uzbek',
			owner: 'partner.bsu',
			dueOn: '2026-04-30',
			decision: 'DEC-001'
		})
	),
	step(
		'2025-12-08T09:25',
		'coordinator',
		give(ALMATY, CLOSING, {
			code: 'A-004',
			title: 'Send round the areas of activity for 2026, by work package',
			owner: 'colleague.upv',
			dueOn: '2026-01-16',
			decision: 'DEC-002'
		})
	)
];

/** The silent procedure of sample people over the public record. */
const MINUTES: Step[] = [
	step('2025-12-12T10:00', 'coordinator', circulate(ALMATY)),
	step(
		'2025-12-16T11:30',
		'partner.bsu',
		object(ALMATY, CATALOGUE, 'Translations into Uzbek were agreed too, and the text does not name them.')
	),
	step(
		'2025-12-17T09:00',
		'coordinator',
		answerTheObjection(ALMATY, 'They stand in the register as action A-003, with BSU as its owner.')
	),
	step('2025-12-19T08:20', 'partner.bsu', takeBack(ALMATY, 'Settled by A-003.')),
	step('2026-01-19T09:00', 'coordinator', approve(ALMATY)),
	step('2026-01-19T09:30', 'coordinator', signAs(ALMATY, 'chair')),
	step('2026-01-20T06:10', 'kz', signAs(ALMATY, 'secretary'))
];

const CARRIED_OUT: Step[] = [
	step('2025-12-09T07:00', 'partner.koksu', takeOn('A-001')),
	step('2026-01-12T07:00', 'partner.koksu', begin('A-001')),
	step(
		'2026-03-27T08:30',
		'partner.koksu',
		done('A-001', 'Outcomes, hours and credits stand in all entries of KOKSU.')
	),
	step('2026-03-30T09:00', 'coordinator', confirmDone('A-001', 'Checked in the gap matrix.')),

	step('2025-12-10T06:00', 'uz', takeOn('A-002')),
	step('2026-02-02T06:00', 'uz', begin('A-002')),
	step('2026-03-11T06:30', 'uz', done('A-002', 'Officers of all four universities are named.')),
	step('2026-03-12T09:00', 'coordinator', confirmDone('A-002')),

	step('2025-12-15T06:00', 'partner.bsu', takeOn('A-003')),
	step('2026-02-16T06:00', 'partner.bsu', begin('A-003')),
	step(
		'2026-04-24T06:40',
		'partner.bsu',
		askForDay('A-003', '2026-05-29', 'staff', 'The translator is away until May.')
	),
	step('2026-04-27T09:00', 'coordinator', agreeToDay('A-003', 'DEC-001')),
	step(
		'2026-05-26T06:20',
		'partner.bsu',
		waitFor('A-003', 'The glossary of the catalogue in Uzbek is needed first.', { person: 'uz' })
	),

	step('2025-12-09T08:00', 'colleague.upv', takeOn('A-004')),
	step('2025-12-15T08:00', 'colleague.upv', begin('A-004')),
	step('2026-01-15T12:00', 'colleague.upv', done('A-004', 'Sent to all partners on 15 January.')),
	step('2026-01-16T09:00', 'coordinator', confirmDone('A-004'))
];

export const ALMATY_MEETING: readonly Step[] = [...GIVEN, ...MINUTES, ...CARRIED_OUT];
