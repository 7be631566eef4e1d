import { expect, test } from 'vitest';
import { Refusal } from '#lib/domain/reasons.ts';
import { readSheet } from '#lib/server/spreadsheets/read-sheet.ts';
import { aWorkbook, packed, textRow, workbookParts } from '#tests/support/a-workbook.ts';

const HEAD = ['code', 'title.en'];
const BODY = ['MC-A-01', 'Water'];
const SHEET = 'xl/worksheets/sheet1.xml';

function reasonsOf(name: string, bytes: Buffer) {
	try {
		readSheet(name, bytes);
		return [];
	} catch (problem) {
		if (problem instanceof Refusal) return problem.reasons;
		throw problem;
	}
}

const good = () => workbookParts(textRow(1, HEAD) + textRow(2, BODY));
const withPart = (name: string, text: string) => packed({ ...good(), [name]: text });
const withCell = (cell: string) =>
	packed(workbookParts(`${textRow(1, HEAD)}<row r="2"><c r="A2"${cell}</c></row>`));
const without = (name: string) =>
	packed(Object.fromEntries(Object.entries(good()).filter(([part]) => part !== name)));
const text = (content: string) => Buffer.from(content);

/** The central directory's record of a part, changed. */
function forged(bytes: Buffer, change: (record: Buffer) => void): Buffer {
	const copy = Buffer.from(bytes);
	const at = copy.lastIndexOf(Buffer.from(SHEET)) - 46;
	change(copy.subarray(at));
	return copy;
}

const rowsOf = (count: number) =>
	['code,title.en', ...Array.from({ length: count }, () => ',Water')].join('\n');

const BAD: readonly [what: string, name: string, bytes: Buffer, reason: object][] = [
	['a picture', 'a.png', text('PNG'), { code: 'import-type', name: 'a.png' }],
	['the old Excel format', 'a.xls', Buffer.from('d0cf11e0', 'hex'), { code: 'import-type' }],
	['an open document', 'a.ods', aWorkbook(HEAD, BODY), { code: 'import-type' }],
	['no ending', 'entries', text('code'), { code: 'import-type' }],
	['a workbook called CSV', 'a.csv', aWorkbook(HEAD, BODY), { code: 'import-type' }],
	['a text called XLSX', 'a.xlsx', text('code,title.en'), { code: 'import-type' }],
	['macros by name', 'a.xlsm', aWorkbook(HEAD, BODY), { code: 'import-macros' }],
	['macros inside', 'a.xlsx', withPart('xl/vbaProject.bin', 'x'), { code: 'import-macros' }],
	[
		'macros by type',
		'a.xlsx',
		withPart('[Content_Types].xml', '<Types a="vnd.ms-excel.sheet.macroEnabled.main+xml"/>'),
		{ code: 'import-macros' }
	],
	['a password', 'a.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { code: 'import-protected' }],
	[
		'an encrypted part',
		'a.xlsx',
		forged(packed(good()), (record) => record.writeUInt16LE(1, 8)),
		{ code: 'import-protected' }
	],
	['nothing', 'a.csv', Buffer.alloc(0), { code: 'import-empty' }],
	['only columns', 'a.csv', text('code,title.en\n'), { code: 'import-empty' }],
	['only blank lines', 'a.csv', text('code,title.en\n , \n,'), { code: 'import-empty' }],
	['too many bytes', 'a.csv', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), { code: 'import-too-large' }],
	['too many lines', 'a.csv', text(rowsOf(2001)), { code: 'import-too-many-rows', most: 2000 }],
	['too many columns', 'a.csv', text(`${'a,'.repeat(400)}a\nb`), { code: 'import-too-many-columns' }],
	[
		'a bomb',
		'a.xlsx',
		withPart('xl/media/image1.png', ' '.repeat(33 * 1024 * 1024)),
		{ code: 'import-bomb', megabytes: 32 }
	],
	[
		'a part larger than it says',
		'a.xlsx',
		forged(packed(good()), (record) => record.writeUInt32LE(10, 24)),
		{ code: 'import-unreadable', part: SHEET }
	],
	[
		'a part that lies elsewhere',
		'a.xlsx',
		forged(packed(good()), (record) => record.writeUInt32LE(99_999_999, 42)),
		{ code: 'import-unreadable', part: SHEET }
	],
	[
		'changed bytes',
		'a.xlsx',
		forged(packed(good()), (record) => record.writeUInt32LE(1, 16)),
		{ code: 'import-unreadable', part: SHEET }
	],
	['half a workbook', 'a.xlsx', packed(good()).subarray(0, 300), { code: 'import-unreadable' }],
	['no workbook', 'a.xlsx', without('xl/workbook.xml'), { code: 'import-unreadable' }],
	['no sheet', 'a.xlsx', without(SHEET), { code: 'import-unreadable', part: SHEET }],
	[
		'an external entity',
		'a.xlsx',
		withPart(SHEET, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'),
		{ code: 'import-definitions', part: SHEET }
	],
	[
		'entities within entities',
		'a.xlsx',
		withPart('xl/sharedStrings.xml', '<!DOCTYPE l [<!ENTITY a "aa">]><sst/>'),
		{ code: 'import-definitions', part: 'xl/sharedStrings.xml' }
	],
	[
		'another encoding inside',
		'a.xlsx',
		Buffer.from(packed({ ...good(), 'xl/styles.xml': 'a' })).fill(0),
		{ code: 'import-type' }
	],
	['a formula', 'a.xlsx', withCell('><f>1+1</f><v>2</v>'), { code: 'import-formula', cell: 'A2' }],
	[
		'a shared formula',
		'a.xlsx',
		withCell(' t="str"><f t="shared" si="0"/><v>2</v>'),
		{ code: 'import-formula' }
	],
	['an error', 'a.xlsx', withCell(' t="e"><v>#REF!</v>'), { code: 'import-error-cell', error: '#REF!' }],
	[
		'a far cell',
		'a.xlsx',
		packed(workbookParts('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
		{ code: 'import-too-many-rows' }
	],
	[
		'a far column',
		'a.xlsx',
		packed(workbookParts('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
		{ code: 'import-too-many-columns' }
	],
	['a formula in CSV', 'a.csv', text('code,title.en\n,"=HYPERLINK(""x"")"'), { cell: 'B2' }],
	['Latin letters', 'a.csv', Buffer.from('code,title.en\n,\xe9', 'latin1'), { code: 'import-encoding' }],
	['UTF-16', 'a.csv', Buffer.from('\uFEFFcode,title.en\n,a', 'utf16le'), { code: 'import-encoding' }],
	['lost letters', 'a.csv', text('code,title.en\n,\uFFFD\uFFFD'), { code: 'import-encoding' }],
	['an open quote', 'a.csv', text('code,title.en\n,"Water'), { code: 'import-quotes', line: 2 }],
	['text behind a quote', 'a.csv', text('code,title.en\n\n"a"b,c'), { code: 'import-quotes', line: 3 }],
	[
		'a cell under no column',
		'a.csv',
		text('code,title.en\n,a,b'),
		{ code: 'import-beyond-columns', cell: 'C2' }
	]
];

test.each(BAD)('%s is refused in words', (_, name, bytes, reason) => {
	expect(reasonsOf(name, bytes)).toMatchObject([reason]);
});

const READ = { header: HEAD, rows: [{ number: 2, cells: BODY }] };

test.each([
	['commas', text('code,title.en\r\nMC-A-01,Water\r\n')],
	['semicolons and a mark of the encoding', text('\uFEFFcode;title.en\nMC-A-01;Water')],
	['quotation marks everywhere', text('"code","title.en"\r"MC-A-01","Water"')],
	['a line that names the separator', text('sep=;\ncode;title.en\nMC-A-01;Water')]
])('CSV with %s is read', (_, bytes) => {
	expect(readSheet('a.csv', bytes)).toEqual(READ);
});

test('a cell keeps its separators, quotes and lines, and loses the mark against calculating', () => {
	const cells = `code,title.en,skills\n'=A1,"a, ""b""","c\r\nd"`;
	expect(readSheet('a.csv', text(cells)).rows[0]?.cells).toEqual(['=A1', 'a, "b"', 'c\nd']);
});

test('a workbook is read with its texts, numbers and days', () => {
	const rows =
		'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>hours</t></is></c></row>' +
		'<row r="3"><c r="B3" s="1"><v>46188</v></c><c r="D3"><v>60.300000000000004</v></c></row>';
	const bytes = packed({
		...workbookParts(rows),
		'xl/sharedStrings.xml':
			'<sst><si><t>co</t><rPh><t>x</t></rPh></si><si><r><t>a</t></r><r><t>&amp;b&#1179;</t></r></si></sst>',
		'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
	});
	expect(readSheet('a.xlsx', bytes)).toEqual({
		header: ['co', 'a&bқ', '', 'hours'],
		rows: [{ number: 3, cells: ['', '2026-06-15', '', '60.3'] }]
	});
	expect(readSheet('a.xlsx', aWorkbook(HEAD, BODY))).toEqual(READ);
});
