import type { SampleEntry } from './sample-entry.ts';

/** Invented entries of KazNU. */
export const KAZNU_ENTRIES: readonly SampleEntry[] = [
	{
		code: 'MC-KAZNU-01',
		author: 'kz',
		officer: 'officer.kaznu',
		reviewer: 'qa1',
		theme: 'land-management',
		sdgs: [4, 13, 15],
		title: {
			en: 'Remote sensing of land degradation',
			kk: 'Жер деградациясын қашықтықтан зондтау',
			ru: 'Дистанционное зондирование деградации земель'
		},
		group: 'Specialists of land inspectorates and master students.',
		need: 'Inspectorates receive satellite images and cannot read them: 31 of 40 asked for training.',
		outcomes: [
			[
				'Select satellite data for a task of land monitoring',
				'Выбирает спутниковые данные для задачи мониторинга земель',
				'assignment'
			],
			[
				'Calculate vegetation indices over several years',
				'Рассчитывает индексы растительности за несколько лет',
				'practical'
			],
			[
				'Map degraded land and estimate its error',
				'Картирует деградированные земли и оценивает ошибку',
				'project'
			]
		],
		ects: 4,
		eqf: 7,
		isced: '0532',
		languages: ['kk', 'ru'],
		form: 'blended',
		started: '2025-06-13',
		steps: {
			'needs-confirmed': '2025-07-04',
			designed: '2025-08-15',
			mapped: '2025-09-08',
			'review-asked': '2025-09-22',
			'internal-qa': '2025-10-06',
			approved: '2025-10-24',
			'catalogue-ready': '2025-11-12',
			published: '2025-11-21',
			piloted: '2026-01-16',
			evaluated: '2026-02-13',
			'rolled-out': '2026-03-13',
			recognised: '2026-05-15'
		},
		instead: {
			cohorts: {
				value: [
					{ name: 'Autumn group', startsOn: '2025-11-24', endsOn: '2026-01-09', enrolled: 24, completed: 21 }
				]
			}
		}
	},
	{
		code: 'MC-KAZNU-02',
		author: 'kz',
		officer: 'officer.kaznu',
		reviewer: 'qa2',
		theme: 'climate-change',
		sdgs: [11, 13],
		title: {
			en: 'Green areas against the heat of cities',
			kk: 'Қала ыстығына қарсы жасыл аймақтар',
			ru: 'Зелёные зоны против городской жары'
		},
		group: 'Planners of city administrations.',
		need: 'Three city plans of 2025 ask for a heat chapter, and nobody in the offices can write it.',
		outcomes: [
			[
				'Measure surface temperature from thermal images',
				'Измеряет температуру поверхности по тепловым снимкам',
				'practical'
			],
			[
				'Compare the cooling of parks, trees and water',
				'Сравнивает охлаждающее действие парков, деревьев и воды',
				'assignment'
			],
			[
				'Propose planting for a district and defend it',
				'Предлагает озеленение района и обосновывает его',
				'presentation'
			]
		],
		ects: 3,
		eqf: 7,
		isced: '0731',
		languages: ['ru'],
		form: 'online',
		started: '2025-11-03',
		steps: {
			'needs-confirmed': '2025-12-10',
			designed: '2026-01-22',
			mapped: '2026-02-16',
			'review-asked': '2026-03-02',
			'internal-qa': '2026-03-20',
			approved: '2026-04-16',
			'catalogue-ready': '2026-05-06',
			published: '2026-05-18'
		}
	},
	{
		code: 'MC-KAZNU-03',
		author: 'kz',
		reviewer: 'qa2',
		theme: 'solid-waste',
		sdgs: [7, 12, 13],
		title: { en: 'Landfill gas and energy recovery', ru: 'Свалочный газ и получение энергии' },
		group: 'Engineers of landfill operators.',
		need: 'Two operators in Almaty region must collect gas from 2027 and have no trained staff.',
		outcomes: [
			['Estimate the gas of a landfill over its life', null, 'assignment'],
			['Size wells, pipes and a flare for a given site', null, 'project'],
			['Judge whether energy recovery pays', null, 'case-study']
		],
		ects: 4,
		eqf: 7,
		isced: '0712',
		languages: ['ru'],
		form: 'blended',
		started: '2026-01-12',
		steps: {
			'needs-confirmed': '2026-02-20',
			designed: '2026-04-10',
			mapped: '2026-05-08',
			'review-asked': '2026-06-04'
		}
	},
	{
		code: 'MC-KAZNU-04',
		author: 'kz',
		theme: 'hydrology',
		sdgs: [13, 15],
		title: { en: 'River channels in mountain basins' },
		group: 'Staff of water inspectorates.',
		need: 'Floods of 2024 moved channels that no map shows.',
		outcomes: [
			['Describe how a channel moves in a flood', null, 'oral-exam'],
			['Survey a reach with simple instruments', null, 'practical'],
			['Predict where a bank will fail', null, null]
		],
		ects: 3,
		hours: 120,
		eqf: 6,
		isced: '0532',
		languages: ['kk'],
		form: 'onsite',
		started: '2026-02-09',
		steps: { 'needs-confirmed': '2026-04-03' },
		also: ['title', 'learning-outcomes', 'workload', 'participation'],
		lastTouched: '2026-05-20'
	}
];
