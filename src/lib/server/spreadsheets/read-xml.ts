import { Refusal } from '#lib/domain/reasons.ts';

/** A piece of an XML document in its order: a tag that opens or closes, or text between tags. */
export type Piece =
	| { kind: 'open'; name: string; attributes: string; isClosed: boolean }
	| { kind: 'close'; name: string }
	| { kind: 'text'; text: string };

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a part in UTF-8. Definitions, and with them entities of any kind, are refused unread. */
export function xmlText(part: string, bytes: Buffer): string {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Refusal([{ code: 'import-unreadable', part }]);
	}
	if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
		throw new Refusal([{ code: 'import-definitions', part }]);
	if (text.includes('<![CDATA[')) throw new Refusal([{ code: 'import-unreadable', part }]);
	return text.replace(/<!--[^]*?-->/g, '').replace(/<\?[^]*?\?>/g, '');
}

/** Reads no further than asked; prefixes of namespaces are left out. */
export function* xmlPieces(xml: string): Generator<Piece> {
	const pattern = /<(\/?)(?:[\w-]+:)?([\w-]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>|([^<]+)/g;
	for (const [, slash, name, rest = '', text] of xml.matchAll(pattern)) {
		if (text !== undefined) yield { kind: 'text', text: decoded(text) };
		else if (name !== undefined && slash === '/') yield { kind: 'close', name };
		else if (name !== undefined)
			yield { kind: 'open', name, attributes: rest, isClosed: rest.trimEnd().endsWith('/') };
	}
}

/** The value of an attribute; `undefined` where it is missing. */
export function attribute(attributes: string, name: string): string | undefined {
	const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
}

function decoded(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string) => {
		const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
		if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
		return NAMES[name] ?? whole;
	});
}
