import type { SampleEntry } from './sample-entry.ts';

/** Invented entries of BINRM, BSU and IAU. */
export const BUKHARA_TASHKENT_ENTRIES: readonly SampleEntry[] = [
	{
		code: 'MC-BINRM-02',
		author: 'colleague.binrm',
		theme: 'hydrogeology',
		sdgs: [15],
		title: { en: 'Networks for monitoring groundwater in oases' },
		group: '',
		need: '',
		outcomes: [],
		ects: 2,
		eqf: 6,
		isced: '0532',
		languages: ['uz'],
		form: 'onsite',
		started: '2026-02-23'
	},
	{
		code: 'MC-BINRM-01',
		author: 'colleague.binrm',
		theme: 'land-management',
		sdgs: [13, 15],
		title: { en: 'Pastures under drought', uz: 'Qurgʻoqchilikda yaylovlar' },
		group: 'Managers of pasture committees.',
		need: 'Herds came back to the same wells in three dry years; the committees ask for rules.',
		outcomes: [
			['Estimate how many animals a pasture feeds in a dry year', null, 'assignment'],
			['Map wells and paths of herds with the herders', null, 'practical'],
			['Agree a plan of rotation with a committee', null, 'case-study']
		],
		ects: 3,
		eqf: 5,
		isced: '0811',
		languages: ['uz'],
		form: 'onsite',
		started: '2026-01-14',
		steps: { 'needs-confirmed': '2026-03-04', designed: '2026-05-19' }
	},
	{
		code: 'MC-BSU-02',
		author: 'colleague.bsu',
		officer: 'partner.bsu',
		reviewer: 'qa1',
		theme: 'climate-change',
		sdgs: [2, 13],
		title: {
			en: 'Climate risk of a farm',
			uz: 'Fermer xoʻjaligining iqlim xatari',
			ru: 'Климатические риски хозяйства'
		},
		group: 'Farmers, insurers and bank staff.',
		need: 'Banks ask for a risk assessment with every loan since January.',
		outcomes: [
			[
				'List the climate risks of a farm and rank them',
				'Перечисляет климатические риски хозяйства и ранжирует их',
				'assignment'
			],
			['Read a seasonal forecast and act on it', 'Читает сезонный прогноз и действует по нему', 'case-study'],
			['Choose measures a farm can pay', 'Выбирает меры, которые хозяйство может оплатить', 'project']
		],
		ects: 2,
		eqf: 5,
		isced: '0811',
		languages: ['uz'],
		form: 'online',
		started: '2026-01-09',
		steps: {
			'needs-confirmed': '2026-02-13',
			designed: '2026-03-24',
			mapped: '2026-04-14',
			'review-asked': '2026-04-24',
			'internal-qa': '2026-05-11',
			approved: '2026-06-02'
		},
		also: ['description', 'contact'],
		lastTouched: '2026-06-11'
	},
	{
		code: 'MC-BSU-01',
		author: 'colleague.bsu',
		theme: 'environment',
		sdgs: [15],
		title: { en: 'Desert plants for the restoration of land', uz: 'Yerni tiklash uchun choʻl oʻsimliklari' },
		group: 'Foresters of the dried bed of the Aral Sea.',
		need: 'Seed is bought without knowing what survives where.',
		outcomes: [
			['Choose saxaul and companion plants for a site', null, 'assignment'],
			['Sow and plant so that it survives the first summer', null, 'practical'],
			['Count survival by a fixed procedure', null, 'practical']
		],
		ects: 3,
		eqf: 5,
		isced: '0821',
		languages: ['uz'],
		form: 'onsite',
		started: '2025-12-01',
		steps: { 'needs-confirmed': '2026-01-21', designed: '2026-03-17' }
	},
	{
		code: 'MC-BSU-03',
		author: 'colleague.bsu',
		officer: 'partner.bsu',
		reviewer: 'qa2',
		theme: 'solid-waste',
		sdgs: [11, 12],
		title: { en: 'Waste collection in small towns', uz: 'Kichik shaharlarda chiqindi yigʻish' },
		group: 'Managers of waste services in towns under 50,000 people.',
		need: 'Routes are driven by habit, and a third of the fuel could be saved.',
		outcomes: [
			['Measure how much waste a street leaves', null, 'practical'],
			['Plan routes and days of collection', null, 'assignment'],
			['Follow fuel, time and complaints month by month', null, 'portfolio']
		],
		ects: 2,
		eqf: 5,
		isced: '0712',
		languages: ['uz'],
		form: 'online',
		started: '2026-01-30',
		steps: {
			'needs-confirmed': '2026-03-11',
			designed: '2026-04-13',
			mapped: '2026-04-28',
			'review-asked': '2026-05-07',
			'internal-qa': '2026-05-22'
		}
	},
	{
		code: 'MC-IAU-02',
		author: 'colleague.iau',
		theme: 'economy',
		sdgs: [15],
		title: { en: 'What ecosystems are worth' },
		group: 'Students of economics.',
		need: '',
		outcomes: [['Value the services of a forest', null, null]],
		ects: 3,
		eqf: 6,
		isced: '0311',
		languages: ['en'],
		form: 'online',
		started: '2026-05-04',
		also: ['sdgs', 'learning-outcomes', 'target-group'],
		lastTouched: '2026-06-05'
	},
	{
		code: 'MC-IAU-01',
		author: 'colleague.iau',
		reviewer: 'qa1',
		theme: 'hydrology',
		sdgs: [6, 16],
		title: { en: 'Water law and water policy', uz: 'Suv huquqi va suv siyosati' },
		group: 'Lawyers of ministries and master students.',
		need: 'The water code of 2025 changed who decides on water.',
		outcomes: [
			['Find the rule that decides a dispute on water', null, 'case-study'],
			['Compare two countries of one river', null, 'assignment'],
			['Draft an agreement between users', null, 'project']
		],
		ects: 3,
		eqf: 7,
		isced: '0421',
		languages: ['en', 'uz'],
		form: 'online',
		started: '2026-02-11',
		steps: { 'needs-confirmed': '2026-03-25', designed: '2026-04-29', mapped: '2026-05-22' },
		also: ['quality-assurance'],
		lastTouched: '2026-06-09',
		instead: {
			stackability: { notApplicable: 'The programme of the faculty is being rewritten until 2027.' }
		}
	}
];
