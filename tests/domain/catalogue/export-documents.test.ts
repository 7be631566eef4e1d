import fc from 'fast-check';
import { expect, test } from 'vitest';
import { badgesDocument } from '#lib/domain/catalogue/export-badges.ts';
import { elmDocument } from '#lib/domain/catalogue/export-elm.ts';
import { entryDocument } from '#lib/domain/catalogue/export-entry.ts';
import { moochubDocument } from '#lib/domain/catalogue/export-moochub.ts';
import { csvText, TABLE_COLUMNS, tableRows, tame } from '#lib/domain/catalogue/export-table.ts';
import { aPublicEntry, WHERE } from '#tests/support/public-entries.ts';

const FULL = aPublicEntry();
const PLAIN = aPublicEntry(
	{ code: 'MC-KAZNU-02', id: '01890a5d-ac96-774b-bcce-b302099a8058' },
	{
		level: { standing: 'value', value: { eqf: 6, cycle: null, national: '' } },
		licence: { standing: 'value', value: 'proprietary' }
	}
);
const BOTH = [FULL, PLAIN];

test('the MOOChub file escapes its texts', () => {
	const made = moochubDocument(WHERE, BOTH, [], { '0521': 'Environmental sciences' });
	expect(JSON.stringify(made)).toContain('<p>Measure &amp; judge &lt;water&gt;.</p>');
	expect(new Set(made.data.map((one) => JSON.stringify(one))).size).toBe(2);
});

test('every name in the ELM file is one its context explains', () => {
	const made = elmDocument(WHERE, BOTH, []);
	const known = new Set(Object.keys(made['@context']));
	const inTexts = new Set(['en', 'kk']);
	const unknown: string[] = [];
	JSON.stringify(made['@graph'], (key, value: unknown) => {
		if (key !== '' && !/^\d+$/.test(key) && !known.has(key) && !inTexts.has(key)) unknown.push(key);
		return value;
	});
	expect(unknown).toEqual([]);
});

test('what is made up says so in every format', () => {
	const sample = [aPublicEntry({ isSample: true })];
	const made = [
		elmDocument(WHERE, sample, []),
		moochubDocument(WHERE, sample, [], {}),
		badgesDocument(WHERE, sample, []),
		tableRows(WHERE, sample, () => 'offered')
	];
	for (const one of made) expect(JSON.stringify(one)).toContain('Sample data');
	expect(sample.map((one) => entryDocument(WHERE, one).sample)).toEqual([true]);
});

test('no cell of a table can be run as a formula, whatever it says', () => {
	for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x'])
		expect(tame(evil)).toBe(`'${evil}`);
	fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(tame(text))));
});

test('a CSV file is read back as it was written', () => {
	const rows = tableRows(WHERE, [aPublicEntry({ title: 'A "quoted", title' })], () => 'offered');
	const text = csvText(rows);
	expect(text.startsWith(`\uFEFF${TABLE_COLUMNS.join(',')}\r\n`)).toBe(true);
	expect(text).toContain('"A ""quoted"", title"');
	expect(text).toContain(',50,2,6,');
});
