import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFileName, extensionOf } from '#lib/domain/file-names.ts';

describe('the name of a file', () => {
	test.each([
		['report.pdf', 'report.pdf'],
		['../../etc/passwd', 'passwd'],
		['C:\\Users\\me\\Отчёт.docx', 'Отчёт.docx'],
		['/absolute/../x.txt', 'x.txt'],
		['..', 'file'],
		['.', 'file'],
		['', 'file'],
		['   ', 'file'],
		['.htaccess', 'htaccess'],
		['name.pdf. . ', 'name.pdf'],
		['invoice\u202Efdp.exe', 'invoicefdp.exe'],
		['a\u0000b\r\nc\u0007.pdf', 'abc.pdf'],
		['zero\u200Bwidth\uFEFF.pdf', 'zerowidth.pdf'],
		['a\u00A0\u2003b.pdf', 'a b.pdf'],
		['a<b>c:d"e|f?g*.pdf', 'a-b-c-d-e-f-g-.pdf'],
		['e\u0301.pdf', 'é.pdf'],
		['Oʻzbekiston – қазақша.odt', 'Oʻzbekiston – қазақша.odt'],
		['\uD800broken.pdf', '\uFFFDbroken.pdf']
	])('%j becomes %j', (given, expected) => {
		expect(cleanFileName(given)).toBe(expected);
	});

	test('is shortened to 200 characters and keeps its extension', () => {
		const name = cleanFileName(`${'я'.repeat(500)}.docx`);
		expect(Array.from(name)).toHaveLength(200);
		expect(name.endsWith('я.docx')).toBe(true);
	});

	test('whatever was given, has no folder, no character that cannot be seen, and stays when cleaned again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (given) => {
				const name = cleanFileName(given);
				expect(name).not.toMatch(/[/\\]|\p{Cc}|\p{Cf}|^\.|^$/u);
				expect(Array.from(name).length).toBeLessThanOrEqual(200);
				expect(name.isWellFormed()).toBe(true);
				expect(cleanFileName(name)).toBe(name);
			})
		);
	});

	test.each([
		['a.PDF', 'pdf'],
		['archive.tar.gz', 'gz'],
		['none', ''],
		['ends.', ''],
		['a.p df', ''],
		['a.verylongextension', '']
	])('%j has the extension %j', (name, extension) => {
		expect(extensionOf(name)).toBe(extension);
	});
});
