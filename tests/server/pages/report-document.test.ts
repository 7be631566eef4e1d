import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { VisitFacts } from '#lib/domain/reports/facts.ts';
import { MISSING, NIL, total, valueOf } from '#lib/domain/values.ts';
import { docxOf } from '#lib/server/docx.ts';
import { reportDocument } from '#lib/server/pages/report-document.ts';
import type { ReadReport } from '#lib/server/pages/reports.ts';
import { periodSections } from '#lib/text/reports/period-sections.ts';
import { visitSections } from '#lib/text/reports/visit-sections.ts';

const HEADS = { ...total([valueOf(30), MISSING]), women: 12, elsewhere: 1 };
const ITEM = {
	code: 'D4.2',
	title: 'Catalogue of <micro-credentials> & Қазақ oʻ',
	path: '/deliverables/D4.2',
	lead: 'KOKSU',
	workPackage: 4,
	state: 'in-preparation',
	due: '2026-05-31',
	forecastOn: '2026-07-15',
	doneOn: null,
	lateDays: 15,
	contractLateDays: 15,
	doneContractLateDays: 0,
	contractualOn: '2026-05-31',
	agreedBy: null,
	isSample: true,
	means: 0,
	provenMeans: 0
};
const LINE = {
	code: 'DC-7',
	title: 'Open lecture',
	path: '/dissemination/DC-7',
	kind: 'Event',
	when: '20 May 2026',
	where: 'Kokshetau, Kazakhstan',
	by: 'KOKSU',
	about: 'Journal; CC BY',
	reach: '–',
	missing: ['how many it reached'],
	isSample: false
};
const FACTS: VisitFacts = {
	project: { acronym: 'LESLIE', title: 'Land' },
	scope: { type: 'organisation', id: 'a', code: 'koksu', acronym: 'KOKSU', name: 'Kokshetau', country: 'KZ' },
	from: '2026-04-01',
	to: '2026-06-30',
	today: '2026-06-15',
	deliverables: [
		ITEM,
		{
			...{ ...ITEM, code: 'D4.4', contractualOn: '2026-04-30', due: '2026-07-10', agreedBy: 'DEC-004' },
			...{ lateDays: 0, contractLateDays: 46 }
		}
	],
	milestones: [],
	risks: [
		{
			number: 3,
			description: 'Staff leave',
			mitigation: '',
			state: 'mitigating',
			level: 'high',
			owner: 'KOKSU',
			isForeseen: true,
			isSample: false,
			statement: null
		}
	],
	publications: [],
	undated: { publications: [], outreach: [] },
	outreach: [LINE],
	activities: [{ ...LINE, code: 'MT-4', path: '/dissemination/mobility/MT-4', about: '', missing: [] }],
	reach: HEADS,
	trained: HEADS,
	indicators: [
		{
			code: 'I1',
			title: 'Teachers',
			unit: 'people',
			target: '500',
			path: '/indicators/I1',
			value: total([valueOf(40), NIL, MISSING]),
			waiting: 0
		}
	],
	packages: [
		{
			number: 4,
			title: 'Catalogue',
			lead: 'KazNU',
			readiness: {
				verdict: 'blocked',
				blocking: 1,
				blocks: [{ code: 'overdue', item: 'D4.2', state: 'in-preparation', days: 15 }],
				toCome: [],
				openRisks: []
			},
			texts: [{ acronym: 'KOKSU', periodStartsOn: '2026-05-01', text: 'Pilot begun.' }]
		}
	],
	checkIns: total([valueOf(1), NIL, MISSING]),
	silent: [{ acronym: 'KOKSU', times: 1 }],
	objectives: ['Better land management'],
	people: ['Gulnara'],
	roles: ['WP4 Catalogue'],
	meetings: [
		{
			title: 'Almaty',
			path: '/meetings/almaty',
			when: '4 December 2025',
			came: true,
			minutes: 'approved',
			isSample: false
		}
	],
	actions: [],
	entries: [
		{
			code: 'MC-KOKSU-1',
			title: 'Composting',
			path: '/catalogue/MC-KOKSU-1',
			state: 'draft',
			isPublished: false,
			gaps: 2,
			isSample: false
		}
	],
	evidence: [
		{ name: 'List.pdf', path: '/evidence/x', addedOn: '2026-05-21', proves: 'DC-7', isSensitive: true }
	]
};
const HEAD = { sequence: 812, hash: 'b'.repeat(64) };
const PROJECT = { acronym: 'LESLIE', title: 'Land', grantNumber: '101127751' };

function reported(kind: 'period' | 'visit', written: string | null): ReadReport {
	const drafted = kind === 'period' ? periodSections(FACTS) : visitSections(FACTS);
	return {
		key: { kind, scope: FACTS.scope, from: FACTS.from, to: kind === 'period' ? FACTS.to : null },
		facts: FACTS,
		sections: drafted.map((section, index) => {
			const text = index === 0 && written !== null ? written : section.draft;
			const by = {
				section: section.code,
				version: 1,
				text,
				writtenAt: '2026-06-15T09:00:00.000Z',
				writer: 'Elena'
			};
			return { ...section, text, written: index === 0 && written !== null ? by : null };
		}),
		mayEdit: true
	};
}

async function opened(kind: 'period' | 'visit', written: string | null = null) {
	const document = reportDocument({
		report: reported(kind, written),
		project: PROJECT,
		head: HEAD,
		exportedAt: '2026-06-15T10:00:00.000Z'
	});
	const bytes = await docxOf(document);
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	const parts = Object.entries(unzipSync(bytes));
	const part = (name: RegExp) =>
		parts
			.filter(([path]) => name.test(path))
			.map(([, data]) => strFromU8(data))
			.join('');
	return { text: value, footer: part(/footer/), header: part(/header/) };
}

test('a reader that is not ours finds the sections of a period report in the order of the portal, and the trail’s head', async () => {
	const { text, footer, header } = await opened('period');
	const order = [
		'Summary',
		'Deliverables',
		'Milestones',
		'Critical risks',
		'Publications',
		'Dissemination and communication',
		'Indicators',
		'Status of work packages'
	];
	const lines = text.split('\n');
	const places = order.map((title) => lines.indexOf(title));
	expect(places.every((place) => place >= 0)).toBe(true);
	expect([...places].sort((a, b) => a - b)).toEqual(places);
	expect(footer).toContain('event 812');
	expect(footer).toContain('b'.repeat(64));
	expect(header).toContain('101127751');
	expect(text).toContain('Catalogue of <micro-credentials> & Қазақ oʻ');
	expect(text).toContain('D4.2 (sample)');
});

test('what is missing stands at the top, and no number counts silence', async () => {
	const { text } = await opened('period');
	const before = text.slice(0, text.indexOf('Drafted from the records.'));
	for (const gap of [
		'KOKSU has not reported once in these months',
		'D4.2 is 15 days late; KOKSU leads it',
		'R3 has no state of play for the reporting period',
		'DC-7 is without how many it reached',
		'I1 Teachers: 2 of 3 reported, 1 nil, 1 silent'
	])
		expect(before).toContain(gap);
	expect(text).toContain('At least 40 people');
	expect(text).toContain('≥ 30');
	expect(text).toContain('WP4: Blocked by 1 item.');
	expect(text).toContain('WP4, KOKSU (May 2026): Pilot begun.');
});

test('what the consortium agreed for later stays past the contract before the funder', async () => {
	const { text } = await opened('period');
	expect(text).toContain('Past the contract, within a later agreed date: D4.4 (KOKSU).');
	expect(text).toContain('30 Apr 2026, agreed 10 Jul 2026');
	expect(text).toContain('46 days past the contract; agreed 10 Jul 2026 by DEC-004');
});

test('the pack of a visit follows the five criteria, asks the open questions and lists the evidence', async () => {
	const { text } = await opened('visit');
	const lines = text.split('\n');
	const order = [
		'Relevance and design',
		'Efficiency',
		'Effectiveness',
		'Impact',
		'Sustainability',
		'Open questions',
		'Index of evidence'
	];
	const places = order.map((title) => lines.indexOf(title));
	expect(places.every((place) => place >= 0)).toBe(true);
	expect([...places].sort((a, b) => a - b)).toEqual(places);
	for (const part of [
		'Better land management',
		'Meetings: at 1 of 1.',
		'Why is D4.2 15 days late, and when does it come? Forecast: 15 Jul 2026.',
		'What came of MT-4, Open lecture?',
		'What keeps MC-KOKSU-1 (draft) from being offered?',
		'List.pdf'
	])
		expect(text).toContain(part);
});

test('what somebody wrote stands in place of the draft', async () => {
	const { text } = await opened('period', 'Our own words.');
	expect(text).toContain('Our own words.');
	expect(text).not.toContain('1 deliverable was');
});
