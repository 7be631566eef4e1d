import {
	acceptFrom,
	beginCheckIn,
	checkIn,
	giveBack,
	lock,
	nothingToReport,
	without,
	type Said
} from '#lib/server/demo/acts/check-ins.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { TOLD } from './told.ts';

/** Who checks in for an organisation. */
const REPORTERS: Readonly<Record<string, string>> = {
	upv: 'colleague.upv',
	unicas: 'colleague.unicas',
	ucy: 'partner.ucy',
	kaznu: 'kz',
	koksu: 'partner.koksu',
	ayu: 'colleague.ayu',
	carec: 'colleague.carec',
	mshe: 'colleague.mshe',
	fpi: 'uz',
	bsu: 'partner.bsu',
	tiiame: 'colleague.tiiame',
	binrm: 'colleague.binrm',
	iau: 'colleague.iau',
	mhesi: 'colleague.mhesi'
};
const KZ = ['koksu', 'ayu', 'carec', 'mshe'];
const UZ = ['bsu', 'tiiame', 'binrm', 'iau', 'mhesi'];
const STEERING = ['kaznu', 'fpi'];
const DIRECT = ['upv', 'unicas', 'ucy'];

interface Month {
	period: string;
	/** The month after it, in which it is reported. */
	next: string;
	nil?: readonly string[];
	silent?: Readonly<Record<string, string>>;
	/** Organisations that came on this day of the next month, after the others. */
	late?: Readonly<Record<string, number>>;
}

const MONTHS: readonly Month[] = [
	{ period: '2025-07-01', next: '2025-08', nil: ['mshe', 'mhesi', 'binrm', 'iau'], late: { ucy: 12 } },
	{
		period: '2025-08-01',
		next: '2025-09',
		nil: ['mshe', 'mhesi', 'carec', 'ayu', 'binrm'],
		silent: { iau: 'The faculty is closed in August; nothing of theirs was due.' }
	},
	{ period: '2025-09-01', next: '2025-10', nil: ['mshe', 'mhesi'], late: { koksu: 10 } },
	{ period: '2025-10-01', next: '2025-11', nil: ['mhesi'] },
	{ period: '2025-11-01', next: '2025-12', nil: ['mshe', 'mhesi', 'binrm'], late: { unicas: 11 } },
	{ period: '2025-12-01', next: '2026-01', nil: ['mshe', 'mhesi', 'carec'], late: { upv: 12, bsu: 13 } },
	{
		period: '2026-01-01',
		next: '2026-02',
		nil: ['mshe', 'ayu'],
		silent: { mhesi: 'The ministry was being reorganised; the person in charge changed.' }
	},
	{ period: '2026-02-01', next: '2026-03', nil: ['mshe', 'mhesi'] },
	{ period: '2026-03-01', next: '2026-04', nil: ['mhesi', 'carec'], late: { iau: 14, ayu: 9 } }
];

/** A month in which all went its way: reported, accepted by country and project, and locked. */
function settled({ period, next, nil = [], silent = {}, late = {} }: Month): Step[] {
	const came = Object.keys(REPORTERS).filter((code) => !(code in silent));
	const sent = came.map((code, index) => {
		const day = String(late[code] ?? 2 + (index % 4)).padStart(2, '0');
		const act = nil.includes(code) ? nothingToReport(period) : checkIn(period, TOLD[period]?.[code]);
		return step(`${next}-${day}T08:${10 + index}`, REPORTERS[code] ?? '', act);
	});
	const gone = Object.entries(silent).flatMap(([code, reason]) => [
		step(`${next}-15T09:00`, UZ.includes(code) ? 'uz' : 'kz', without(period, [code], reason)),
		step(`${next}-16T09:00`, 'coordinator', without(period, [code], reason))
	]);
	return [
		...sent,
		...gone,
		step(`${next}-15T09:10`, 'kz', acceptFrom(period, KZ)),
		step(`${next}-15T09:20`, 'uz', acceptFrom(period, UZ)),
		step(`${next}-16T09:30`, 'coordinator', acceptFrom(period, Object.keys(REPORTERS))),
		step(`${next}-16T09:40`, 'coordinator', lock(period))
	];
}

const send = (day: string, code: string, period: string, said?: Said) =>
	step(day, REPORTERS[code] ?? '', checkIn(period, said ?? TOLD[period]?.[code]));

/** April waits for its lock, May is on its way through the countries, June has begun. */
const RECENT: readonly Step[] = [
	...[...DIRECT, ...STEERING, ...KZ, ...UZ.filter((code) => code !== 'mhesi')].map((code, index) =>
		send(`2026-05-0${4 + (index % 4)}T08:${10 + index}`, code, '2026-04-01')
	),
	step('2026-05-11T08:00', 'colleague.mhesi', nothingToReport('2026-04-01')),
	step(
		'2026-05-12T09:00',
		'uz',
		giveBack('2026-04-01', 'binrm', 'How many teachers took part in the course?')
	),
	send('2026-05-14T08:00', 'binrm', '2026-04-01', {
		texts: { 5: 'The pilot course had 18 teachers, of whom 16 finished it.' }
	}),
	step('2026-05-15T09:00', 'uz', acceptFrom('2026-04-01', UZ)),
	step('2026-05-15T09:10', 'kz', acceptFrom('2026-04-01', KZ)),
	step('2026-05-18T09:00', 'coordinator', acceptFrom('2026-04-01', Object.keys(REPORTERS))),

	...['upv', 'unicas', 'ucy', 'kaznu', 'koksu', 'ayu', 'carec', 'fpi', 'bsu', 'tiiame', 'binrm'].map(
		(code, index) => send(`2026-06-0${1 + (index % 5)}T08:${10 + index}`, code, '2026-05-01')
	),
	step('2026-06-03T10:00', 'colleague.mshe', nothingToReport('2026-05-01')),
	step('2026-06-10T10:00', 'colleague.mhesi', nothingToReport('2026-05-01')),
	step('2026-06-09T09:00', 'kz', acceptFrom('2026-05-01', KZ)),
	step(
		'2026-06-09T10:00',
		'coordinator',
		giveBack('2026-05-01', 'ucy', 'Which of the two reports waits for the translation?')
	),
	step('2026-06-11T09:00', 'uz', acceptFrom('2026-05-01', ['tiiame'])),

	send('2026-06-12T08:00', 'carec', '2026-06-01'),
	step('2026-06-12T09:00', 'colleague.mshe', nothingToReport('2026-06-01')),
	step(
		'2026-06-12T16:00',
		'partner.koksu',
		beginCheckIn('2026-06-01', { texts: { 4: 'The third course is described; the assessment' } })
	)
];

/** Twelve months of check-ins with every state that one can be in; what they say is invented. */
export const CHECK_INS: readonly Step[] = [...MONTHS.flatMap(settled), ...RECENT];
