import { fold } from '#lib/domain/fold.ts';
import type { EntryContent, StoredElement } from './content.ts';
import { isStored } from './element-values.ts';
import { ELEMENT_CODES } from './elements.ts';
import { isPublicElement, mailsIn } from './public-entry.ts';

export interface PersonalHint {
	element: StoredElement;
	kind: 'mail' | 'phone' | 'person';
	/** As it stands in the text; of a person, the name we know. */
	found: string;
}

/** Addresses and codes: digits in them are nobody's number. */
const NOT_PROSE: readonly StoredElement[] = ['homepage', 'isced-f', 'licence', 'theme'];

const PROSE = ELEMENT_CODES.filter(isStored).filter(
	(element) => isPublicElement(element) && !NOT_PROSE.includes(element)
);

/**
 * What may be of a person in the texts that publication shows to everybody. A hint, never a refusal: a name may stand
 * there rightly, and no rule knows every name. `people` are full names.
 */
export function personalHints(content: EntryContent, people: readonly string[]): PersonalHint[] {
	const names = people.flatMap((name) => {
		const words = wordsOf(name);
		return words.includes(' ') ? [{ name, orders: [words, words.split(' ').toReversed().join(' ')] }] : [];
	});
	return PROSE.flatMap((element) => {
		const held = content[element];
		const texts = held?.standing === 'value' ? stringsIn(held.value) : [];
		const words = texts.map((text) => ` ${wordsOf(text)} `);
		const named = names.filter(({ orders }) =>
			orders.some((order) => words.some((text) => text.includes(` ${order} `)))
		);
		return [
			...unique(texts.flatMap(mailsIn)).map((found) => ({ element, kind: 'mail' as const, found })),
			...unique(texts.flatMap(phonesIn)).map((found) => ({ element, kind: 'phone' as const, found })),
			...named.map(({ name }) => ({ element, kind: 'person' as const, found: name }))
		];
	});
}

/** A number with its country, or with the 8 that long-distance numbers of the region begin with. */
const PHONE = /(?<![\p{L}\p{N}/.]|\d\s)(?:\+|00(?=[1-9])|8[\s(-])[\d\s()-]{6,}\d/gu;

function phonesIn(text: string): string[] {
	return [...text.matchAll(PHONE)].flatMap(([found]) => {
		const digits = found.replaceAll(/\D/g, '').length;
		return digits >= 9 && digits <= 15 ? [found] : [];
	});
}

function wordsOf(text: string): string {
	return fold(text)
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}

function unique(all: readonly string[]): string[] {
	return [...new Set(all)];
}
