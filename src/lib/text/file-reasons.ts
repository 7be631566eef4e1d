import type { FileReason } from '#lib/domain/files.ts';
import type { Sentence } from './sentence.ts';

export function fileSentence(reason: FileReason): Sentence {
	switch (reason.code) {
		case 'file-empty':
			return {
				text: `${reason.file} is empty.`,
				next: 'Check the file on your computer and choose it again.'
			};
		case 'file-too-large':
			return {
				text: `${reason.file} is larger than ${reason.megabytes} MB.`,
				next: 'Make it smaller, or ask the coordinator to raise the limit in the quality plan.'
			};
		case 'too-many-files':
			return { text: `More than ${reason.most} files were chosen.`, next: 'Send them in several steps.' };
		case 'file-type-contradicts':
			return {
				text: `${reason.file} is called .${reason.extension}, but its content is ${KIND_TEXT[reason.found] ?? 'something else'}.`,
				next: 'Save it again in the format you want to send, and choose the new file.'
			};
		case 'store-full':
			return {
				text: 'The file could not be stored: the disk of the server is full.',
				next: 'Nothing was changed. Tell the technical administrator, and try again later.'
			};
		case 'store-not-writable':
			return {
				text: 'The file could not be stored: the server cannot write to its file store.',
				next: 'Nothing was changed. Tell the technical administrator, and try again later.'
			};
		case 'link-not-web':
			return {
				text: `“${reason.url}” is not an address on the web.`,
				next: 'Enter the whole address, beginning with https:// and without a password in it.'
			};
	}
}

const KIND_TEXT: Readonly<Record<string, string>> = {
	pdf: 'a PDF',
	docx: 'a Word document',
	xlsx: 'an Excel workbook',
	pptx: 'a PowerPoint presentation',
	odt: 'an OpenDocument text',
	ods: 'an OpenDocument spreadsheet',
	odp: 'an OpenDocument presentation',
	zip: 'a zip archive',
	png: 'a PNG image',
	jpg: 'a JPEG image',
	rtf: 'rich text',
	doc: 'an old Office file'
};
