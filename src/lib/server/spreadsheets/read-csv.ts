import { cellName } from '#lib/domain/catalogue/import-cells.ts';
import { Refusal } from '#lib/domain/reasons.ts';

/** The lines of a CSV file in UTF-8, as RFC 4180 has it; the separator is the one that the first line uses most. */
export function readCsv(bytes: Buffer): string[][] {
	const text = textOf(bytes).replace(/^sep=[,;]\r?\n/i, '');
	const [first = ''] = text.split(/\r?\n/, 1);
	const separator = first.split(';').length > first.split(',').length ? ';' : ',';
	const lines = split(text, separator);
	for (const [row, cells] of lines.entries()) {
		const at = cells.findIndex((cell) => cell.trimStart().startsWith('='));
		if (at >= 0) throw new Refusal([{ code: 'import-formula', cell: cellName(at, row + 1) }]);
	}
	return lines.map((cells) => cells.map(withoutGuard));
}

/** An apostrophe before `=`, `+`, `-` or `@` only keeps spreadsheets from calculating; exports write it. */
function withoutGuard(cell: string): string {
	return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** Files in another encoding are told apart by what they break: bytes that are no UTF-8, or signs already lost. */
function textOf(bytes: Buffer): string {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Refusal([{ code: 'import-encoding' }]);
	}
	if (/[\0\uFFFD]/.test(text)) throw new Refusal([{ code: 'import-encoding' }]);
	return text;
}

function split(text: string, separator: string): string[][] {
	const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)`, 'y');
	const lines: string[][] = [[]];
	let at = 0;
	while (at < text.length) {
		cell.lastIndex = at;
		const found = cell.exec(text);
		if (!found) throw new Refusal([{ code: 'import-quotes', line: lineAt(text, at) }]);
		lines.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
		const from = at;
		at = cell.lastIndex;
		const end = /\r\n|\r|\n/y;
		end.lastIndex = at;
		if (text[at] === separator) {
			at += 1;
			if (at === text.length) lines.at(-1)?.push('');
		} else if (end.test(text)) {
			at = end.lastIndex;
			lines.push([]);
		} else if (at < text.length) throw new Refusal([{ code: 'import-quotes', line: lineAt(text, from) }]);
	}
	return lines;
}

function lineAt(text: string, at: number): number {
	return text.slice(0, at).split(/\r\n|\r|\n/).length;
}
