import { posix } from 'node:path';
import { Refusal } from '#lib/domain/reasons.ts';
import { dateStyles, sharedTexts } from './xlsx-parts.ts';
import { attribute, xmlPieces, xmlText } from './read-xml.ts';
import { readCells } from './xlsx-cells.ts';
import { readZip } from './read-zip.ts';

/**
 * The first sheet of an Office Open XML workbook as lines of texts. A reader of our own, because libraries hand over
 * the last result of a formula without saying that it is one, and unpack before they count.
 */
export function readXlsx(bytes: Buffer): string[][] {
	const { names, open } = readZip(bytes);
	if (names.some((name) => /vbaProject|macrosheets\//i.test(name)))
		throw new Refusal([{ code: 'import-macros' }]);
	const textOf = (part: string) => {
		const content = open(part);
		if (!content) throw new Refusal([{ code: 'import-unreadable', part }]);
		return xmlText(part, content);
	};
	if (/macroEnabled/i.test(textOf('[Content_Types].xml'))) throw new Refusal([{ code: 'import-macros' }]);

	const workbook = textOf('xl/workbook.xml');
	const links = [...xmlPieces(textOf('xl/_rels/workbook.xml.rels'))].flatMap((piece) =>
		piece.kind === 'open' && piece.name === 'Relationship'
			? [{ id: attribute(piece.attributes, 'Id'), target: attribute(piece.attributes, 'Target') ?? '' }]
			: []
	);
	const sheet = [...xmlPieces(workbook)].find((piece) => piece.kind === 'open' && piece.name === 'sheet');
	const id = sheet?.kind === 'open' ? attribute(sheet.attributes, '[\\w-]+:id') : undefined;
	const target = links.find((link) => link.id === id)?.target;
	if (id === undefined || target === undefined)
		throw new Refusal([{ code: 'import-unreadable', part: 'xl/workbook.xml' }]);

	const optional = (part: string) => (names.includes(part) ? textOf(part) : '');
	return readCells(textOf(posix.resolve('/xl', target).slice(1)), {
		texts: sharedTexts(optional('xl/sharedStrings.xml')),
		dates: dateStyles(optional('xl/styles.xml')),
		is1904: /date1904\s*=\s*["'](?:1|true)["']/.test(workbook)
	});
}
