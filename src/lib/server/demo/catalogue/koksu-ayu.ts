import type { SampleEntry } from './sample-entry.ts';

/** Invented entries of KOKSU and AYU. */
export const KOKSU_AYU_ENTRIES: readonly SampleEntry[] = [
	{
		code: 'MC-KOKSU-01',
		author: 'partner.koksu',
		officer: 'officer.koksu',
		reviewer: 'qa1',
		theme: 'solid-waste',
		sdgs: [11, 12, 15],
		title: {
			en: 'Closing and restoring a landfill',
			kk: 'Полигонды жабу және қалпына келтіру',
			ru: 'Закрытие и рекультивация полигона'
		},
		group: 'Engineers of municipalities and bachelor students.',
		need: 'Seven landfills of Akmola region close by 2028; the region asked the university for a course.',
		outcomes: [
			['Plan the closing of a landfill step by step', 'Планирует закрытие полигона по этапам', 'project'],
			['Choose a cover and calculate its layers', 'Выбирает покрытие и рассчитывает его слои', 'assignment'],
			[
				'Monitor water, gas and vegetation after closing',
				'Ведёт мониторинг воды, газа и растительности после закрытия',
				'practical'
			]
		],
		ects: 5,
		eqf: 6,
		isced: '0712',
		languages: ['kk', 'ru'],
		form: 'blended',
		started: '2025-12-08',
		steps: {
			'needs-confirmed': '2026-01-16',
			designed: '2026-03-02',
			mapped: '2026-03-30',
			'review-asked': '2026-04-13',
			'internal-qa': '2026-05-04',
			approved: '2026-05-21',
			'catalogue-ready': '2026-06-10'
		}
	},
	{
		code: 'MC-KOKSU-03',
		author: 'partner.koksu',
		theme: 'solid-waste',
		sdgs: [12],
		title: {
			en: 'Composition and sorting of municipal waste',
			kk: 'Тұрмыстық қалдықтардың құрамы және сұрыптау'
		},
		group: 'Workers of sorting lines and their managers.',
		need: 'A sorting plant opened in 2025 and trains its staff on the job.',
		outcomes: [
			['Take a representative sample of waste', null, 'practical'],
			['Understand the composition of municipal waste', null, null]
		],
		ects: 2,
		hours: 90,
		eqf: 5,
		isced: '0712',
		languages: ['kk'],
		form: 'onsite',
		started: '2026-03-16',
		steps: { 'needs-confirmed': '2026-05-11' },
		also: ['title', 'learning-outcomes', 'workload', 'languages'],
		lastTouched: '2026-06-08',
		instead: { level: { notApplicable: 'Training of workers outside the framework of qualifications.' } }
	},
	{
		code: 'MC-KOKSU-02',
		author: 'partner.koksu',
		theme: 'environment',
		sdgs: [15],
		title: {
			en: 'Vegetation monitoring on disturbed land',
			kk: 'Бұзылған жерлердегі өсімдіктер мониторингі',
			ru: 'Мониторинг растительности на нарушенных землях'
		},
		group: 'Ecologists of companies that restore land.',
		need: 'A paper of 2026 on the landfill of Kokshetau showed what monitoring is missing.',
		outcomes: [
			['Lay out plots on disturbed land', null, 'practical'],
			['Identify pioneer plants of the steppe', null, 'test'],
			['Compare plots over years and say what drives the change', null, 'project']
		],
		ects: 3,
		eqf: 6,
		isced: '0521',
		languages: ['ru'],
		form: 'onsite',
		started: '2026-01-26',
		steps: { 'needs-confirmed': '2026-03-10', designed: '2026-05-05' },
		also: ['isced-f', 'skills'],
		lastTouched: '2026-05-29'
	},
	{
		code: 'MC-AYU-01',
		author: 'colleague.ayu',
		officer: 'officer.ayu',
		reviewer: 'qa2',
		theme: 'land-management',
		sdgs: [2, 15],
		title: {
			en: 'Soil salinity: causes and measures',
			kk: 'Топырақтың тұздануы: себептері мен шаралары',
			ru: 'Засоление почв: причины и меры'
		},
		group: 'Farmers, advisers and bachelor students.',
		need: 'A third of the irrigated land around Turkistan is saline; advisers ask for a short course.',
		outcomes: [
			[
				'Measure salinity in the field and in the laboratory',
				'Измеряет засолённость в поле и в лаборатории',
				'practical'
			],
			[
				'Explain how irrigation and groundwater bring salt up',
				'Объясняет, как орошение и грунтовые воды поднимают соль',
				'oral-exam'
			],
			[
				'Draw up a plan of leaching and crops for a farm',
				'Составляет план промывки и культур для хозяйства',
				'project'
			]
		],
		ects: 3,
		eqf: 6,
		isced: '0811',
		languages: ['kk'],
		form: 'blended',
		started: '2025-08-04',
		steps: {
			'needs-confirmed': '2025-09-12',
			designed: '2025-10-20',
			mapped: '2025-11-10',
			'review-asked': '2025-11-24',
			'internal-qa': '2025-12-12',
			approved: '2026-01-08',
			'catalogue-ready': '2026-01-23',
			published: '2026-02-02',
			piloted: '2026-04-17',
			evaluated: '2026-05-08',
			'rolled-out': '2026-05-29'
		}
	},
	{
		code: 'MC-AYU-02',
		author: 'colleague.ayu',
		officer: 'officer.ayu',
		reviewer: 'qa1',
		theme: 'economy',
		sdgs: [8, 12],
		title: {
			en: 'Circular economy for municipalities',
			kk: 'Муниципалитеттерге арналған айналмалы экономика'
		},
		group: 'Economists of municipal services.',
		need: 'Tariffs for waste are set without knowing what can be sold.',
		outcomes: [
			['Draw the flows of material of a town', null, 'assignment'],
			['Calculate the cost of collection and sorting', null, 'case-study'],
			['Design a tariff that rewards less waste', null, 'project']
		],
		ects: 3,
		eqf: 6,
		isced: '0311',
		languages: ['ru'],
		form: 'online',
		started: '2026-01-19',
		steps: {
			'needs-confirmed': '2026-02-23',
			designed: '2026-03-30',
			mapped: '2026-04-20',
			'review-asked': '2026-04-30',
			'internal-qa': '2026-05-14',
			approved: '2026-06-05'
		},
		returned: {
			on: '2026-05-18',
			reason: 'Say which outcomes the three credits stand for before the senate decides.',
			mapped: '2026-05-21',
			'review-asked': '2026-05-22',
			'internal-qa': '2026-05-29'
		},
		also: ['contact'],
		lastTouched: '2026-06-10'
	},
	{
		code: 'MC-AYU-03',
		author: 'colleague.ayu',
		theme: 'economy',
		sdgs: [15],
		title: { en: 'What ecosystems of the steppe are worth' },
		group: '',
		need: '',
		outcomes: [],
		ects: 2,
		eqf: 6,
		isced: '0311',
		languages: ['kk'],
		form: 'onsite',
		started: '2026-05-18'
	}
];
