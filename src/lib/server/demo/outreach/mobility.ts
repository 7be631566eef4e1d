import { activity } from '#lib/server/demo/acts/outreach.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

/** Visits, exchanges, workshops and trainings of the sample project. */
export const MOBILITY: readonly Step[] = [
	step(
		'2024-07-08T06:00',
		'coordinator',
		activity({
			kind: 'visit',
			title: 'Study visit to Valencia: laboratories and quality assurance',
			days: ['2024-06-24', '2024-06-28'],
			place: 'Valencia',
			country: 'ES',
			by: 'upv',
			host: 'upv',
			packages: [2, 3],
			topics: 'Laboratories of land management; how a European university approves a micro-credential.',
			results: 'Templates of quality assurance taken over by three Kazakh and two Uzbek universities.',
			list: 'Participants study visit Valencia.pdf',
			heads: [
				{ kind: 'teachers', from: 'kaznu', heads: 4, women: 2 },
				{ kind: 'teachers', from: 'koksu', heads: 3, women: 2 },
				{ kind: 'staff', from: 'fpi', heads: 4, women: 1 },
				{ kind: 'teachers', from: 'tiiame', heads: 3, women: 1 }
			]
		})
	),
	step(
		'2024-10-14T06:00',
		'uz',
		activity({
			kind: 'staff-exchange',
			title: 'Exchange of teachers of geoinformatics with Cassino',
			days: ['2024-09-30', '2024-10-11'],
			place: 'Cassino',
			country: 'IT',
			by: 'fpi',
			host: 'unicas',
			packages: [3],
			topics: 'Remote sensing in teaching.',
			results: 'A joint exercise book in two languages.',
			list: 'Participants exchange Cassino.pdf',
			heads: [
				{ kind: 'teachers', from: 'fpi', heads: 2, women: 1 },
				{ kind: 'teachers', from: 'bsu', heads: 2, women: 2 },
				{ kind: 'teachers', from: 'binrm', heads: 1 }
			]
		})
	),
	step(
		'2025-02-24T06:00',
		'partner.ucy',
		activity({
			kind: 'training',
			title: 'Training of trainers: designing a micro-credential',
			days: ['2025-02-17', '2025-02-21'],
			mode: 'online',
			by: 'ucy',
			packages: [3, 4],
			topics: 'Learning outcomes; assessment; workload and ECTS; quality assurance.',
			results: 'Eighteen drafts of entries for the catalogue.',
			list: 'Participants training of trainers.pdf',
			heads: [
				{ role: 'trainer', kind: 'teachers', from: 'ucy', heads: 3, women: 1 },
				{ kind: 'teachers', from: 'kaznu', heads: 12, women: 8 },
				{ kind: 'teachers', from: 'koksu', heads: 9, women: 6 },
				{ kind: 'teachers', from: 'ayu', heads: 7, women: 4 },
				{ kind: 'teachers', from: 'tiiame', heads: 8, women: 3 },
				{ kind: 'teachers', from: 'bsu', heads: 6, women: 4 }
			]
		})
	),
	step(
		'2025-03-19T06:00',
		'partner.koksu',
		activity({
			kind: 'workshop',
			title: 'Workshop on open data of land cover',
			days: ['2025-03-14'],
			place: 'Kokshetau',
			country: 'KZ',
			by: 'koksu',
			packages: [3],
			topics: 'Where the data are, and what a course does with them.',
			results: 'Two courses use the data since.',
			sharesListOf: 'Teachers’ seminar on open data of land cover',
			heads: [
				{ role: 'trainer', kind: 'researchers', from: 'kaznu', heads: 2, estimate: true },
				{ kind: 'teachers', heads: 27, women: 18 }
			]
		})
	),
	step(
		'2025-11-17T06:00',
		'partner.bsu',
		activity({
			kind: 'training',
			title: 'Teachers of Bukhara learn to assess competences',
			days: ['2025-11-10', '2025-11-12'],
			place: 'Bukhara',
			country: 'UZ',
			by: 'bsu',
			host: 'bsu',
			packages: [3],
			topics: 'Assessment of competences.',
			list: 'Participants Bukhara November.pdf',
			heads: [
				{ role: 'trainer', kind: 'teachers', from: 'unicas', heads: 2, women: 1 },
				{ kind: 'teachers', from: 'bsu', heads: 34, women: 22 },
				{ kind: 'teachers', from: 'binrm', heads: 11, women: 5 }
			]
		})
	),
	step(
		'2026-03-09T06:00',
		'partner.koksu',
		activity({
			kind: 'staff-exchange',
			title: 'Two teachers of Kokshetau with the landfill group of Valencia',
			days: ['2026-02-16', '2026-02-27'],
			place: 'Valencia',
			country: 'ES',
			by: 'koksu',
			host: 'upv',
			packages: [5],
			topics: 'Monitoring of closed landfills.',
			results: 'Field plan for the summer of 2026.',
			list: 'Participants exchange Valencia 2026.pdf',
			heads: [{ kind: 'teachers', from: 'koksu', heads: 2, women: 1 }]
		})
	),
	step(
		'2026-05-18T06:00',
		'uz',
		activity({
			kind: 'training',
			title: 'Training of the incubator’s mentors',
			days: ['2026-05-11', '2026-05-14'],
			place: 'Fergana',
			country: 'UZ',
			by: 'fpi',
			packages: [5],
			topics: 'Mentoring; first steps of a business plan.',
			heads: [{ role: 'trainer', kind: 'employers', group: 'Chamber of commerce of Fergana', heads: 2 }]
		})
	),
	step(
		'2026-06-08T06:00',
		'coordinator',
		activity({
			kind: 'visit',
			state: 'planned',
			title: 'Study visit to Nicosia: a living laboratory',
			days: ['2026-10-05', '2026-10-09'],
			place: 'Nicosia',
			country: 'CY',
			by: 'upv',
			host: 'ucy'
		})
	)
];
