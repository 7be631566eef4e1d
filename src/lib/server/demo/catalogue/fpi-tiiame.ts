import type { SampleEntry } from './sample-entry.ts';

/** Invented entries of FPI and TIIAME-NRU. */
export const FPI_TIIAME_ENTRIES: readonly SampleEntry[] = [
	{
		code: 'MC-FPI-01',
		author: 'uz',
		officer: 'officer.fpi',
		reviewer: 'qa2',
		theme: 'solid-waste',
		sdgs: [9, 12],
		title: {
			en: 'Audit of industrial waste',
			uz: 'Sanoat chiqindilari auditi',
			ru: 'Аудит промышленных отходов'
		},
		group: 'Environmental engineers of factories.',
		need: 'Twelve factories of the Fergana valley must report their waste from 2026.',
		outcomes: [
			[
				'Follow the waste of a factory from source to disposal',
				'Прослеживает отходы предприятия от источника до размещения',
				'project'
			],
			['Classify waste by hazard', 'Классифицирует отходы по опасности', 'test'],
			[
				'Write an audit report that a manager can act on',
				'Пишет отчёт аудита, по которому можно действовать',
				'portfolio'
			]
		],
		ects: 4,
		eqf: 6,
		isced: '0712',
		languages: ['uz', 'ru'],
		form: 'blended',
		started: '2025-10-06',
		steps: {
			'needs-confirmed': '2025-11-14',
			designed: '2025-12-22',
			mapped: '2026-01-19',
			'review-asked': '2026-02-02',
			'internal-qa': '2026-02-20',
			approved: '2026-03-12',
			'catalogue-ready': '2026-03-25',
			published: '2026-04-08'
		}
	},
	{
		code: 'MC-FPI-02',
		author: 'uz',
		officer: 'officer.fpi',
		reviewer: 'qa1',
		theme: 'climate-change',
		sdgs: [7, 13],
		title: { en: 'Energy from organic waste', uz: 'Organik chiqindilardan energiya' },
		group: 'Farmers and technicians of biogas plants.',
		need: 'Forty small biogas plants were built with grants, and half stand still.',
		outcomes: [
			['Calculate the yield of gas from manure and residues', null, 'assignment'],
			['Run a small plant safely for a season', null, 'practical'],
			['Find why a plant stands still and repair it', null, 'case-study']
		],
		ects: 3,
		eqf: 5,
		isced: '0713',
		languages: ['uz'],
		form: 'onsite',
		started: '2026-02-02',
		steps: {
			'needs-confirmed': '2026-03-16',
			designed: '2026-04-20',
			mapped: '2026-05-06',
			'review-asked': '2026-05-13',
			'internal-qa': '2026-06-01'
		}
	},
	{
		code: 'MC-FPI-03',
		author: 'uz',
		theme: 'economy',
		sdgs: [8],
		title: { en: 'Planning a green business', uz: 'Yashil biznesni rejalashtirish' },
		group: 'Young entrepreneurs.',
		need: 'The chamber of commerce funds green start-ups and finds few plans worth it.',
		outcomes: [['Write a plan for a green business', null, 'project']],
		ects: 2,
		eqf: 5,
		isced: '0413',
		languages: ['uz'],
		form: 'online',
		started: '2026-04-06',
		steps: { 'needs-confirmed': '2026-06-03' }
	},
	{
		code: 'MC-TIIAME-02',
		author: 'colleague.tiiame',
		officer: 'officer.tiiame',
		reviewer: 'qa2',
		theme: 'hydrology',
		sdgs: [2, 13],
		title: {
			en: 'Accounting for irrigation water',
			uz: 'Sugʻorish suvi hisobi',
			ru: 'Учёт оросительной воды'
		},
		group: 'Staff of water user associations.',
		need: 'Water is paid by volume since 2025, and most associations cannot measure it.',
		outcomes: [
			[
				'Measure flow in canals with and without instruments',
				'Измеряет расход в каналах с приборами и без них',
				'practical'
			],
			['Keep the water account of an association', 'Ведёт водный учёт ассоциации', 'portfolio'],
			[
				'Find losses and propose what to mend first',
				'Находит потери и предлагает, что исправить сначала',
				'case-study'
			]
		],
		ects: 3,
		eqf: 6,
		isced: '0811',
		languages: ['uz'],
		form: 'blended',
		started: '2025-09-08',
		steps: {
			'needs-confirmed': '2025-10-13',
			designed: '2025-11-17',
			mapped: '2025-12-08',
			'review-asked': '2025-12-17',
			'internal-qa': '2026-01-14',
			approved: '2026-02-03',
			'catalogue-ready': '2026-02-18',
			published: '2026-02-26',
			piloted: '2026-05-06'
		}
	},
	{
		code: 'MC-TIIAME-01',
		author: 'colleague.tiiame',
		officer: 'officer.tiiame',
		reviewer: 'qa2',
		theme: 'land-management',
		sdgs: [11, 15],
		title: {
			en: 'Geographic information systems for the land cadastre',
			uz: 'Yer kadastri uchun geoaxborot tizimlari',
			ru: 'Геоинформационные системы для земельного кадастра'
		},
		group: 'Specialists of cadastre offices.',
		need: 'The cadastre became digital, and its offices ask for staff who can correct maps.',
		outcomes: [
			[
				'Correct the boundary of a parcel in a digital map',
				'Исправляет границу участка на цифровой карте',
				'practical'
			],
			[
				'Check a cadastre layer for errors of topology',
				'Проверяет слой кадастра на топологические ошибки',
				'assignment'
			],
			['Publish a map that others can use', 'Публикует карту, которой могут пользоваться другие', 'project']
		],
		ects: 4,
		eqf: 6,
		isced: '0731',
		languages: ['uz', 'ru'],
		form: 'online',
		started: '2025-07-14',
		steps: {
			'needs-confirmed': '2025-08-18',
			designed: '2025-09-25',
			mapped: '2025-10-16',
			'review-asked': '2025-10-27',
			'internal-qa': '2025-11-13',
			approved: '2025-12-02',
			'catalogue-ready': '2025-12-15',
			published: '2026-01-09',
			piloted: '2026-04-21',
			evaluated: '2026-05-26'
		}
	},
	{
		code: 'MC-TIIAME-04',
		author: 'colleague.tiiame',
		officer: 'officer.tiiame',
		reviewer: 'qa2',
		theme: 'hydrogeology',
		sdgs: [13, 15],
		title: {
			en: 'Networks for monitoring groundwater',
			uz: 'Yer osti suvlarini kuzatish tarmoqlari',
			ru: 'Сети мониторинга подземных вод'
		},
		group: 'Hydrogeologists of regional stations.',
		need: 'Half of the wells of the network were measured last in 2019.',
		outcomes: [
			['Design a network of wells for a question', 'Проектирует сеть скважин под задачу', 'project'],
			[
				'Measure level and quality by a fixed procedure',
				'Измеряет уровень и качество по установленной процедуре',
				'practical'
			],
			[
				'Report trends with their uncertainty',
				'Докладывает о тенденциях с их неопределённостью',
				'presentation'
			]
		],
		ects: 3,
		eqf: 7,
		isced: '0532',
		languages: ['ru'],
		form: 'blended',
		started: '2025-12-15',
		steps: {
			'needs-confirmed': '2026-01-26',
			designed: '2026-03-05',
			mapped: '2026-03-26',
			'review-asked': '2026-04-06',
			'internal-qa': '2026-04-24',
			approved: '2026-05-12',
			'catalogue-ready': '2026-05-27'
		}
	},
	{
		code: 'MC-TIIAME-03',
		author: 'colleague.tiiame',
		theme: 'hydrology',
		sdgs: [13],
		title: { en: 'Maps of flood hazard' },
		group: 'Rescue services.',
		need: 'A ministry course covers it since spring 2026.',
		outcomes: [],
		ects: 2,
		eqf: 6,
		isced: '0532',
		languages: ['uz'],
		form: 'online',
		started: '2025-11-10',
		steps: { 'needs-confirmed': '2025-12-18' }
	}
];
