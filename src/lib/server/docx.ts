import {
	AlignmentType,
	Document,
	Footer,
	Header,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';

/** What a Word document is made of here: no more than minutes need. */
export type Block =
	| { kind: 'title' | 'heading' | 'subheading' | 'text' | 'note' | 'item'; text: string }
	| {
			kind: 'table';
			head: readonly string[];
			rows: readonly (readonly string[])[];
			widths: readonly number[];
	  };

export interface WordDocument {
	title: string;
	author: string;
	header: string;
	footer: readonly string[];
	blocks: readonly Block[];
}

const MUTED = '555555';
const HEADINGS = {
	title: HeadingLevel.TITLE,
	heading: HeadingLevel.HEADING_1,
	subheading: HeadingLevel.HEADING_2
} as const;

/** A Word document of headings, paragraphs and plain tables, with page numbers. */
export async function docxOf(document: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
	const small = (text: string) => new TextRun({ text: tamed(text), size: 15, color: MUTED });
	const made = new Document({
		creator: tamed(document.author),
		title: tamed(document.title),
		styles: {
			default: {
				document: { run: { font: 'Calibri', size: 21, language: { value: 'en-GB' } } },
				title: { run: { size: 36, bold: true } },
				heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
				heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } }
			}
		},
		sections: [
			{
				headers: {
					default: new Header({ children: [new Paragraph({ children: [small(document.header)] })] })
				},
				footers: {
					default: new Footer({
						children: [
							...document.footer.map((line) => new Paragraph({ children: [small(line)] })),
							new Paragraph({
								alignment: AlignmentType.RIGHT,
								children: [
									new TextRun({
										size: 15,
										color: MUTED,
										children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
									})
								]
							})
						]
					})
				},
				children: document.blocks.flatMap(paragraphsOf)
			}
		]
	});
	return new Uint8Array(await Packer.toArrayBuffer(made));
}

function paragraphsOf(block: Block): (Paragraph | Table)[] {
	if (block.kind === 'table') return [tableOf(block), new Paragraph('')];
	const { kind, text } = block;
	if (kind === 'title' || kind === 'heading' || kind === 'subheading')
		return [new Paragraph({ heading: HEADINGS[kind], keepNext: true, children: [new TextRun(tamed(text))] })];
	const look = kind === 'note' ? { color: MUTED, size: 18 } : {};
	return linesOf(text).map(
		(line) =>
			new Paragraph({
				spacing: { after: 100 },
				...(kind === 'item' ? { bullet: { level: 0 } } : {}),
				children: [new TextRun({ ...look, text: line })]
			})
	);
}

function tableOf({ head, rows, widths }: Extract<Block, { kind: 'table' }>): Table {
	const cell = (text: string, index: number, bold: boolean) =>
		new TableCell({
			width: { size: widths[index] ?? 0, type: WidthType.PERCENTAGE },
			children: linesOf(text).map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] }))
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		rows: [
			new TableRow({ tableHeader: true, children: head.map((text, index) => cell(text, index, true)) }),
			...rows.map(
				(row) =>
					new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) })
			)
		]
	});
}

function linesOf(text: string): string[] {
	return tamed(text).split('\n');
}

/** Without what XML cannot hold: most control characters, and halves of surrogate pairs. */
function tamed(text: string): string {
	return text
		.toWellFormed()
		.replaceAll('\r\n', '\n')
		.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '');
}
