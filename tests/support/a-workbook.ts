import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook, by name: tests change or add some. */
export function workbookParts(rows: string): Record<string, string> {
	return {
		'[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
		'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook ${MAIN} xmlns:r="${LINKS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>',
		'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`
	};
}

export function packed(parts: Readonly<Record<string, string>>): Buffer {
	const files: Zippable = Object.fromEntries(
		Object.entries(parts).map(([name, text]) => [name, strToU8(text)])
	);
	return Buffer.from(zipSync(files));
}

/** A row of texts as they stand in the sheet itself. */
export function textRow(number: number, cells: readonly string[]): string {
	const all = cells.map((text, at) => {
		const place = `${String.fromCharCode(65 + at)}${number}`;
		return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
	});
	return `<row r="${number}">${all.join('')}</row>`;
}

export function aWorkbook(...rows: readonly (readonly string[])[]): Buffer {
	return packed(workbookParts(rows.map((cells, at) => textRow(at + 1, cells)).join('')));
}
