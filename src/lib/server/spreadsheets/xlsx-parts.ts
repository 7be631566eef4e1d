import { attribute, xmlPieces } from './read-xml.ts';

/** The texts that cells refer to by number; hints for pronunciation are no part of them. */
export function sharedTexts(xml: string): string[] {
	const texts: string[] = [];
	let isText = false;
	let isHint = false;
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			if (isText && !isHint) texts.push((texts.pop() ?? '') + piece.text);
		} else if (piece.name === 'si' && piece.kind === 'open') texts.push('');
		else if (piece.name === 't') isText = piece.kind === 'open' && !piece.isClosed;
		else if (piece.name === 'rPh') isHint = piece.kind === 'open' && !piece.isClosed;
	}
	return texts.map(withoutEscapes);
}

/** Signs that XML has no place for are written as `_x000D_`. */
export function withoutEscapes(text: string): string {
	return text
		.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		.replaceAll('\0', '');
}

/** For each cell style, whether it shows a number as a day. */
export function dateStyles(xml: string): boolean[] {
	const ownFormats = new Map<string, string>();
	const styles: boolean[] = [];
	let isCellFormats = false;
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') continue;
		if (piece.name === 'cellXfs') isCellFormats = piece.kind === 'open';
		if (piece.kind !== 'open') continue;
		const id = attribute(piece.attributes, 'numFmtId') ?? '0';
		if (piece.name === 'numFmt') ownFormats.set(id, attribute(piece.attributes, 'formatCode') ?? '');
		if (piece.name === 'xf' && isCellFormats) styles.push(isDayFormat(id, ownFormats.get(id)));
	}
	return styles;
}

/** ECMA-376 part 1, 18.8.30: the numbers that mean a day in every language or in some. */
function isDayFormat(id: string, format: string | undefined): boolean {
	if (format !== undefined) return /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
	const number = Number(id);
	return (
		(number >= 14 && number <= 17) ||
		number === 22 ||
		(number >= 27 && number <= 36) ||
		(number >= 50 && number <= 58)
	);
}
