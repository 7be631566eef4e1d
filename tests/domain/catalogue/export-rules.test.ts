import { expect, test } from 'vitest';
import { EXPORT_FORMATS, sortOut, type ExportFormat } from '#lib/domain/catalogue/export-rules.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { leftOutTexts } from '#lib/text/catalogue/export.ts';
import { aPublicEntry } from '#tests/support/public-entries.ts';

const CASES: readonly [string, EntryContent, readonly ExportFormat[]][] = [
	['a licence', { licence: undefined }, ['moochub']],
	['a home page', { homepage: undefined }, ['elm', 'moochub']],
	[
		'a safe home page',
		{ homepage: { standing: 'value', value: { url: 'http://uni.example', checkedOn: null } } },
		['elm', 'moochub']
	],
	['a field of study', { 'isced-f': undefined }, ['elm']],
	['a known field of study', { 'isced-f': { standing: 'value', value: '9999' } }, ['elm']],
	['languages', { languages: undefined }, ['elm']],
	['a description', { description: undefined }, ['open-badges']],
	['learning outcomes', { 'learning-outcomes': undefined }, ['elm', 'open-badges']],
	['a level', { level: undefined }, []]
];

test.each(CASES)('an entry without %s is left out only where the format needs it', (_, content, formats) => {
	const entry = aPublicEntry({}, content);
	for (const format of EXPORT_FORMATS) {
		const { entries, leftOut } = sortOut(format, [entry]);
		expect([format, leftOut.length]).toEqual([format, formats.includes(format) ? 1 : 0]);
		expect(entries.length + leftOut.length).toBe(1);
		for (const one of leftOut) expect(leftOutTexts(one).join(' ')).toMatch(/\.$/);
	}
});

test('what is no longer offered is in no list of offers, and stays in tables and badges', () => {
	const retired = aPublicEntry({ ended: 'retired' });
	const kept = EXPORT_FORMATS.filter((format) => sortOut(format, [retired]).entries.length === 1);
	expect(kept).toEqual(['open-badges', 'table']);
	expect(sortOut('elm', [retired]).leftOut.flatMap(leftOutTexts)).toEqual([
		'It is no longer offered, and this file lists offers only.'
	]);
});
