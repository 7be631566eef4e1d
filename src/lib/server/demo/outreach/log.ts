import { log, looks } from '#lib/server/demo/acts/outreach.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const ALMATY = 'Information day on micro-credentials for universities of Almaty';
const CATALOGUE_DAY = 'Catalogue day: the first micro-credentials are shown';
const BUKHARA = 'A conversation on waste and universities on Bukhara television';

/** Checks of links: the same page, a changed one, one that is gone, and a site that did not answer. */
const LOOKS = [
	{ on: '2024-06-03', by: 'kz', at: ALMATY, page: 'programme' },
	{ on: '2025-06-02', by: 'kz', at: ALMATY, page: 'programme and slides' },
	{ on: '2025-07-01', by: 'partner.bsu', at: BUKHARA, page: 'recording' },
	{ on: '2026-05-04', by: 'kz', at: CATALOGUE_DAY, page: 'programme' },
	{ on: '2026-06-01', by: 'kz', at: ALMATY, status: 404 },
	{ on: '2026-06-01', by: 'kz', at: CATALOGUE_DAY, page: 'programme' },
	{ on: '2026-06-01', by: 'partner.bsu', at: BUKHARA, status: 503 }
] as const;

/** What partners did to be heard, beside what is public. */
export const OUTREACH: readonly Step[] = [
	step(
		'2024-05-20T06:00',
		'kz',
		log({
			kind: 'information-day',
			title: 'Information day on micro-credentials for universities of Almaty',
			on: '2024-05-16',
			place: 'Almaty',
			country: 'KZ',
			by: 'kaznu',
			with: ['carec'],
			packages: [6],
			text: 'What a micro-credential is, what the project offers, how a faculty takes part.',
			url: 'https://example.org/sample/information-day-almaty',
			list: 'Attendance information day Almaty.pdf',
			heads: [
				{ kind: 'teachers', heads: 46, women: 29 },
				{ kind: 'students', heads: 38, women: 21 },
				{ kind: 'authorities', heads: 4, women: 2 }
			],
			emblem: true
		})
	),
	step(
		'2024-11-04T06:00',
		'uz',
		log({
			kind: 'information-day',
			title: 'Information day for employers of the Fergana valley',
			on: '2024-10-30',
			place: 'Fergana',
			country: 'UZ',
			by: 'fpi',
			packages: [6],
			text: 'Which skills in land management and solid waste are looked for, and by whom.',
			list: 'Attendance employers Fergana.pdf',
			heads: [
				{ kind: 'employers', heads: 31, women: 9 },
				{ kind: 'teachers', from: 'fpi', heads: 14, women: 6 }
			],
			emblem: true
		})
	),
	step(
		'2025-03-18T06:00',
		'partner.koksu',
		log({
			kind: 'event',
			title: 'Teachers’ seminar on open data of land cover',
			on: '2025-03-14',
			place: 'Kokshetau',
			country: 'KZ',
			by: 'koksu',
			with: ['kaznu'],
			packages: [3, 6],
			list: 'Attendance seminar Kokshetau.pdf',
			heads: [
				{ kind: 'teachers', heads: 27, women: 18 },
				{ kind: 'students', heads: 'nil' }
			],
			emblem: true
		})
	),
	step(
		'2025-06-12T06:00',
		'partner.bsu',
		log({
			kind: 'media',
			title: 'A conversation on waste and universities on Bukhara television',
			on: '2025-06-09',
			place: 'Bukhara',
			country: 'UZ',
			by: 'bsu',
			venue: 'Regional television',
			url: 'https://example.org/sample/conversation-on-waste',
			emblem: 'A broadcast of others, on which the project has no say.'
		})
	),
	step(
		'2025-10-20T06:00',
		'partner.ucy',
		log({
			kind: 'event',
			title: 'Researchers’ night: what satellites see of a landfill',
			on: '2025-09-26',
			place: 'Nicosia',
			country: 'CY',
			by: 'ucy',
			heads: [
				{ kind: 'schools', heads: 120, estimate: true },
				{ kind: 'public', heads: 'missing' }
			]
		})
	),
	step(
		'2026-04-14T06:00',
		'kz',
		log({
			kind: 'information-day',
			title: 'Catalogue day: the first micro-credentials are shown',
			on: '2026-04-10',
			place: 'Almaty',
			country: 'KZ',
			by: 'kaznu',
			with: ['koksu', 'ayu'],
			packages: [4, 6],
			text: 'Entries of the catalogue shown by those who wrote them.',
			url: 'https://example.org/sample/catalogue-day',
			list: 'Attendance catalogue day.pdf',
			heads: [
				{ kind: 'teachers', heads: 52, women: 33 },
				{ kind: 'students', heads: 61, women: 37 },
				{ kind: 'employers', heads: 12, women: 4 }
			],
			emblem: true
		})
	),
	step(
		'2026-05-22T06:00',
		'partner.koksu',
		log({
			kind: 'event',
			title: 'Open lecture on restoring a closed landfill',
			on: '2026-05-20',
			place: 'Kokshetau',
			country: 'KZ',
			by: 'koksu',
			packages: [6]
		})
	),
	step(
		'2026-06-01T06:00',
		'uz',
		log({
			kind: 'information-day',
			state: 'planned',
			title: 'Information day on the hub for sustainable land management',
			on: '2026-09-17',
			place: 'Tashkent',
			country: 'UZ',
			by: 'fpi',
			with: ['tiiame']
		})
	),
	...LOOKS.map(({ on, by, at, ...answer }) => step(`${on}T07:00`, by, looks(at, answer)))
];
