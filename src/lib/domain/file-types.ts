/** What the bytes of a file say it is. */
export type FileKind =
	| 'pdf'
	| 'docx'
	| 'xlsx'
	| 'pptx'
	| 'odt'
	| 'ods'
	| 'odp'
	| 'zip'
	| 'png'
	| 'jpg'
	| 'rtf'
	| 'doc'
	| 'unknown';

/** How many bytes at the beginning and at the end are enough to tell. */
export const HEAD_BYTES = 4096;
export const TAIL_BYTES = 65_536;

const ARCHIVES: readonly FileKind[] = ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];

/** Extensions whose content is checked, and the kinds that fit them. */
const EXPECTED: Readonly<Record<string, readonly FileKind[]>> = {
	pdf: ['pdf'],
	docx: ['docx'],
	xlsx: ['xlsx'],
	pptx: ['pptx'],
	odt: ['odt'],
	ods: ['ods'],
	odp: ['odp'],
	zip: ARCHIVES,
	png: ['png'],
	jpg: ['jpg'],
	jpeg: ['jpg']
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	odt: 'application/vnd.oasis.opendocument.text',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odp: 'application/vnd.oasis.opendocument.presentation',
	zip: 'application/zip',
	png: 'image/png',
	jpg: 'image/jpeg',
	rtf: 'application/rtf',
	doc: 'application/msword'
};

/** Text has no signature, so that its extension is believed. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
	txt: 'text/plain',
	md: 'text/markdown',
	csv: 'text/csv'
};

/** The kind by its signature, from the first and the last bytes. */
export function kindOf(head: Uint8Array, tail: Uint8Array): FileKind {
	const start = latin1(head);
	if (/^(\xef\xbb\xbf)?\s{0,32}%PDF-/.test(start)) return 'pdf';
	if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (start.startsWith('\xff\xd8\xff')) return 'jpg';
	if (start.startsWith('{\\rtf')) return 'rtf';
	if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
	if (/^PK(\x03\x04|\x05\x06)/.test(start)) return archiveKind(start, latin1(tail));
	return 'unknown';
}

/** Whether a checked extension promises something else than the bytes hold. */
export function contradicts(extension: string, kind: FileKind): boolean {
	const expected = Object.hasOwn(EXPECTED, extension) ? EXPECTED[extension] : undefined;
	return expected !== undefined && !expected.includes(kind);
}

/** The type a file is kept and served with: what it is, not what it was called. */
export function mediaTypeOf(extension: string, kind: FileKind): string {
	const text = Object.hasOwn(TEXT_TYPES, extension) ? TEXT_TYPES[extension] : undefined;
	return MEDIA_TYPES[kind] ?? text ?? 'application/octet-stream';
}

/** Office files are archives; their parts are named in the directory at the end, and their type often at the start. */
function archiveKind(start: string, end: string): FileKind {
	const open = /^.{30}mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/s.exec(
		start
	);
	if (open) return open[1] === 'text' ? 'odt' : open[1] === 'spreadsheet' ? 'ods' : 'odp';
	const named = start + end;
	if (!named.includes('[Content_Types].xml')) return 'zip';
	if (named.includes('word/')) return 'docx';
	if (named.includes('xl/')) return 'xlsx';
	return named.includes('ppt/') ? 'pptx' : 'zip';
}

function latin1(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
