import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { docxOf } from '#lib/server/docx.ts';
import { SAMPLE_PROCEDURE_TEXT } from '#lib/text/meetings/minutes.ts';
import { minutesDocument, type MinutesToExport } from '#lib/server/pages/minutes-document.ts';

const SEAL = { number: 2, sha256: 'a'.repeat(64) };
const minutes: MinutesToExport = {
	project: {
		acronym: 'LESLIE',
		title: 'Sustainable land management',
		grantNumber: '101127751',
		timeZone: 'Europe/Madrid'
	},
	state: 'locked',
	isSample: true,
	isProcedureSample: false,
	seal: SEAL,
	content: {
		meeting: {
			title: 'Almaty meeting',
			kind: 'consortium',
			mode: 'on-site',
			place: 'KazNU, Almaty',
			timeZone: 'Asia/Almaty',
			days: [
				{ day: '2025-12-04', startsAt: 540, endsAt: 1020 },
				{ day: '2025-12-05', startsAt: 540, endsAt: 1020 }
			],
			chair: 'Aigerim',
			secretary: 'Bek'
		},
		quorum: { members: 14, present: 12, needed: 10 },
		attendance: [
			{
				organisation: 'KazNU',
				person: 'Әсел Қ.',
				attendance: 'in-person',
				representedBy: '',
				isGuest: false
			},
			{ organisation: 'UCY', person: '', attendance: 'represented', representedBy: 'UPV', isGuest: false }
		],
		points: [
			{
				id: 'a',
				day: '2025-12-04',
				section: 'Morning',
				track: '',
				startsAt: 570,
				title: 'Catalogue <gaps> & targets',
				presenter: 'UPV',
				text: 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі oʻ gʻ αβγ ñ ò\nSecond line.\u0000\u000b',
				outcomes: [
					{ kind: 'information', text: 'The office moves.' },
					{
						kind: 'decision',
						code: 'DEC-001',
						title: 'Catalogue adopted',
						text: 'As shown.',
						how: 'vote',
						votes: { for: 11, against: 1, abstained: 0 },
						effectiveOn: '2026-01-01',
						isUrgent: false,
						level: 'PU'
					},
					{
						kind: 'action',
						code: 'A-001',
						title: 'Fill the gaps',
						owner: 'Bek',
						organisation: 'KOKSU',
						dueOn: '2026-02-01'
					}
				]
			}
		]
	},
	circulations: [
		{
			id: 'c',
			number: 2,
			sha256: SEAL.sha256,
			circulatedAt: '2025-12-10T09:00:00.000Z',
			objectionsUntilOn: '2025-12-24',
			outcome: 'approved',
			endedAt: '2025-12-28T09:00:00.000Z',
			endReason: null,
			origin: 'sample',
			circulatedBy: 'Bek',
			endedBy: 'Carmen',
			objections: [
				{
					id: 'o',
					circulationId: 'c',
					agendaItemId: 'a',
					organisationId: 'x',
					text: 'We abstained.',
					raisedAt: '2025-12-12T09:00:00.000Z',
					answer: 'The list says so.',
					answeredAt: null,
					settled: 'withdrawn',
					settledNote: '',
					settledAt: null,
					organisation: 'BSU',
					person: 'Olim',
					point: 'Catalogue <gaps> & targets',
					answeredBy: 'Aigerim',
					settledBy: 'Olim'
				}
			]
		}
	],
	errata: [
		{
			number: 1,
			agendaItemId: 'a',
			text: 'Forty entries.',
			reason: 'A typing error.',
			madeAt: '2026-01-10T09:00:00.000Z',
			person: 'Carmen',
			point: 'Catalogue <gaps> & targets'
		}
	],
	signatures: [
		{ part: 'chair', person: 'Aigerim', organisation: 'KazNU', signedAt: '2025-12-29T09:00:00.000Z' }
	],
	head: { sequence: 412, hash: 'b'.repeat(64) },
	exportedAt: '2026-01-11T09:00:00.000Z'
};

const readBack = async (shown = minutes) => Buffer.from(await docxOf(minutesDocument(shown)));

test('another reader finds attendance, agenda, texts, decisions, actions, objections and errata in the file', async () => {
	const { value: html, messages } = await mammoth.convertToHtml({ buffer: await readBack() });
	expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
	for (const told of [
		'Sample data',
		'<h1>Attendance</h1>',
		'Әсел Қ.',
		'represented by UPV',
		'The quorum held: 12 of 14 members',
		'<h2>1. Catalogue &lt;gaps&gt; &amp; targets</h2>',
		'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі oʻ gʻ αβγ ñ ò',
		'<p>Second line.</p>',
		'Information: The office moves.',
		'11 for, 1 against, 0 abstained',
		'A-001',
		'Bek (KOKSU)',
		'We abstained.',
		'Answer: The list says so.',
		'Chair: Aigerim (KazNU)',
		'Erratum 1 to “Catalogue &lt;gaps&gt; &amp; targets”: Forty entries.'
	])
		expect(html).toContain(told);
	expect(html.match(/<table>/g)).toHaveLength(4);
});

test('its pages carry the consortium, the SHA-256 and the head of the audit trail', async () => {
	const files = unzipSync(new Uint8Array(await readBack()));
	const text = (part: string) =>
		Object.keys(files)
			.filter((name) => name.startsWith(`word/${part}`))
			.map((name) => strFromU8(files[name] ?? new Uint8Array()))
			.join('');
	expect(text('header')).toContain('LESLIE · Grant agreement 101127751 · Sustainable land management');
	expect(text('footer')).toContain(`Circulation 2, SHA-256 of the minutes: ${SEAL.sha256}`);
	expect(text('footer')).toContain(`event 412, head ${'b'.repeat(64)}`);
	expect(text('document')).not.toContain('\u000b');
});

test('of a real meeting whose minutes a demonstration sent round, the file says what is made up', async () => {
	const real = { ...minutes, isSample: false, isProcedureSample: true };
	const { value: html } = await mammoth.convertToHtml({ buffer: await readBack(real) });
	expect(html).toContain(`Sample data: ${SAMPLE_PROCEDURE_TEXT}`);
	const { value: none } = await mammoth.convertToHtml({
		buffer: await readBack({ ...real, isProcedureSample: false })
	});
	expect(none).not.toContain('Sample data');
});
