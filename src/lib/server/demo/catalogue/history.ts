import { fill, hold, inOffice, mergeInto, retire } from '#lib/server/demo/acts/entries.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { BUKHARA_TASHKENT_ENTRIES } from './bukhara-tashkent.ts';
import { entrySteps } from './entry-steps.ts';
import { FPI_TIIAME_ENTRIES } from './fpi-tiiame.ts';
import { KAZNU_ENTRIES } from './kaznu.ts';
import { KOKSU_AYU_ENTRIES } from './koksu-ayu.ts';
import { INSTITUTION_STEPS } from './institutions.ts';
import { decideFirst, newCriteria, owe, seedProfiles, target } from './rules.ts';

const ENTRIES = [...KAZNU_ENTRIES, ...KOKSU_AYU_ENTRIES, ...FPI_TIIAME_ENTRIES, ...BUKHARA_TASHKENT_ENTRIES];

const OFFICERS: Step[] = [
	step('2025-06-09T09:00', 'kz', inOffice('officer.kaznu', 'Vice-Rector for Academic Affairs')),
	step('2025-06-09T09:10', 'partner.koksu', inOffice('officer.koksu', 'Head of the Academic Senate')),
	step('2025-06-09T09:20', 'colleague.ayu', inOffice('officer.ayu', 'Vice-Rector for Studies')),
	step('2025-06-09T09:30', 'uz', inOffice('officer.fpi', 'Vice-Rector for Academic Affairs')),
	step(
		'2025-06-09T09:40',
		'colleague.tiiame',
		inOffice('officer.tiiame', 'Secretary of the Academic Council')
	),
	step(
		'2025-06-09T09:50',
		'colleague.bsu',
		inOffice('partner.bsu', 'Dean of the Faculty of Natural Sciences')
	)
];

/** Set in Almaty for 2026; the numbers are invented. */
const TARGETS: Step[] = [
	step(
		'2025-12-05T10:00',
		'coordinator',
		target('In the catalogue by the end of 2026', 'project', '', 'entries', 20, 'catalogue-ready')
	),
	step(
		'2025-12-05T10:05',
		'coordinator',
		target('Kazakhstan in the catalogue', 'country', 'KZ', 'entries', 10, 'catalogue-ready')
	),
	step(
		'2025-12-05T10:10',
		'coordinator',
		target('Uzbekistan in the catalogue', 'country', 'UZ', 'entries', 10, 'catalogue-ready')
	),
	step(
		'2025-12-05T10:15',
		'coordinator',
		target('Solid waste in the catalogue', 'theme', 'solid-waste', 'entries', 4, 'catalogue-ready')
	),
	step(
		'2025-12-05T10:20',
		'coordinator',
		target('Credits on offer', 'project', '', 'ects', 60, 'catalogue-ready')
	),
	step(
		'2025-12-05T10:25',
		'coordinator',
		target('Implemented at the universities', 'project', '', 'entries', 6, 'rolled-out')
	)
];

const TURNS: Step[] = [
	step('2026-02-26T10:00', 'wp4', decideFirst('MC-BINRM-02', 'merge', 'One course for both institutes.')),
	step(
		'2026-02-27T10:00',
		'wp4',
		mergeInto('MC-BINRM-02', 'MC-TIIAME-04', 'BINRM joins the entry of TIIAME with its wells.')
	),
	step(
		'2026-04-15T10:00',
		'colleague.bsu',
		hold('MC-BSU-01', 'The nursery that would host the practical part is being moved.', '2026-09-01')
	),
	step('2026-04-30T10:00', 'wp4', retire('MC-TIIAME-03', 'The ministry teaches it itself since spring.')),
	step('2026-05-18T10:00', 'wp4', newCriteria),
	step('2026-05-25T10:00', 'kz', owe('MC-KOKSU-03', 'partner.koksu', '2026-06-12', 'For the next upload.')),
	step('2026-05-25T10:05', 'kz', owe('MC-KOKSU-02', 'partner.koksu', '2026-07-03', '')),
	step('2026-05-26T10:00', 'uz', owe('MC-BSU-02', 'colleague.bsu', '2026-06-30', 'Home page and licence.')),
	// A learning outcome changed after the reviewers had signed: the entry goes back, and their signature reads stale.
	step(
		'2026-06-09T14:00',
		'colleague.bsu',
		fill('MC-BSU-03', 'learning-outcomes', {
			value: [
				'Measure how much waste a street leaves',
				'Plan routes and days of collection with a free tool',
				'Follow fuel, time and complaints month by month'
			].map((en, index) => ({ id: `outcome-${index + 1}`, texts: { en }, assessment: 'assignment' }))
		})
	)
];

/** A year of the sample catalogue, from its first criteria to this week. */
export const CATALOGUE: readonly Step[] = [
	step('2025-06-02T09:00', 'wp4', seedProfiles),
	...OFFICERS,
	...TARGETS,
	...ENTRIES.flatMap(entrySteps),
	...TURNS,
	...INSTITUTION_STEPS
];
