import { describe, expect, test } from 'vitest';
import { contradicts, kindOf, mediaTypeOf, type FileKind } from '#lib/domain/file-types.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const ZIP = `PK\x03\x04${'\0'.repeat(26)}`;

const CONTENT: [string, FileKind][] = [
	['%PDF-1.7\n', 'pdf'],
	['\xef\xbb\xbf%PDF-1.4', 'pdf'],
	['\n\n%PDF-1.4', 'pdf'],
	['<html>%PDF-1.4', 'unknown'],
	['\x89PNG\r\n\x1a\n....', 'png'],
	['\x89PNG\n\x1a\n....', 'unknown'],
	['\xff\xd8\xff\xe0..JFIF', 'jpg'],
	['{\\rtf1\\ansi', 'rtf'],
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...', 'doc'],
	[`${ZIP}[Content_Types].xml..word/document.xml`, 'docx'],
	[`${ZIP}[Content_Types].xml..xl/workbook.xml`, 'xlsx'],
	[`${ZIP}[Content_Types].xml..ppt/presentation.xml`, 'pptx'],
	[`${ZIP}word/document.xml`, 'zip'],
	[`${ZIP}mimetypeapplication/vnd.oasis.opendocument.textPK`, 'odt'],
	[`${ZIP}mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK`, 'ods'],
	[`${ZIP}mimetypeapplication/vnd.oasis.opendocument.presentationPK`, 'odp'],
	[`${ZIP}a.txt`, 'zip'],
	['PK\x05\x06', 'zip'],
	['MZ\x90\0', 'unknown'],
	['<svg xmlns="http://www.w3.org/2000/svg"><script>', 'unknown'],
	['a,b,c', 'unknown'],
	['', 'unknown']
];

describe('the content of a file', () => {
	test.each(CONTENT)('%j is %s', (text, kind) => {
		expect(kindOf(bytes(text), new Uint8Array())).toBe(kind);
	});

	test('of a long office file is told by the directory at its end', () => {
		expect(kindOf(bytes(ZIP), bytes('..[Content_Types].xml..word/document.xml'))).toBe('docx');
	});

	test.each(['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip', 'png', 'jpg', 'jpeg'])(
		'that nobody recognises contradicts .%s',
		(extension) => {
			expect(contradicts(extension, 'unknown')).toBe(true);
		}
	);

	test('of an office file may be sent as the archive it is, but not as another kind of document', () => {
		expect(contradicts('zip', 'docx')).toBe(false);
		expect(contradicts('docx', 'zip')).toBe(true);
		expect(contradicts('odt', 'docx')).toBe(true);
		expect(contradicts('jpeg', 'jpg')).toBe(false);
	});

	test.each(['txt', 'csv', 'svg', 'html', 'exe', '', 'constructor', '__proto__'])(
		'is not held against the extension %j',
		(extension) => {
			expect(contradicts(extension, 'unknown')).toBe(false);
		}
	);

	test('decides the type it is served with, which is never one that a browser would run', () => {
		expect(mediaTypeOf('csv', 'pdf')).toBe('application/pdf');
		expect(mediaTypeOf('csv', 'unknown')).toBe('text/csv');
		for (const extension of ['html', 'svg', 'xml', 'js', 'xhtml', 'exe', 'constructor'])
			expect(mediaTypeOf(extension, 'unknown')).toBe('application/octet-stream');
	});
});
