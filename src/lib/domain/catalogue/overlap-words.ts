import { fold } from '#lib/domain/fold.ts';
import { textsOf, type EntryContent, type Texts } from './content.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What of an entry is compared, each by itself and in each language. */
const FIELDS = ['title', 'learning-outcomes', 'description'] as const;
export type ComparedField = (typeof FIELDS)[number];

const SHORTEST_WORD = 3;
/** Endings of the languages of the project come after so many letters: water, waters; судың, суды. */
const STEM_LETTERS = 6;
/** `title.en: monitoring quality water` */
const LINE = /^(title|learning-outcomes|description)\.([a-z]+): (.*)$/;

/** The folded words of a text that say something. */
export function wordsOf(text: string): string[] {
	return fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length >= SHORTEST_WORD && !STOP_WORDS.has(word));
}

/** The part by which words are compared. */
export function stemOf(word: string): string {
	return word.slice(0, STEM_LETTERS);
}

/** The different words of each field and language, a line each: kept with the entry, so that nobody reads it anew. */
export function overlapTokens(content: EntryContent): string {
	return FIELDS.flatMap((field) => fieldLines(field, textsOf(field, content))).join('\n');
}

function fieldLines(field: ComparedField, texts: readonly Texts[]): string[] {
	const languages = [...new Set(texts.flatMap(Object.keys))].sort();
	return languages.flatMap((language) => {
		const words = new Set(texts.flatMap((one) => wordsOf(one[language] ?? '')));
		return words.size === 0 ? [] : [`${field}.${language}: ${[...words].sort().join(' ')}`];
	});
}

/** Words kept before they stood by field and language are read anew. */
export function isByField(tokens: string): boolean {
	return tokens === '' || LINE.test(tokens.split('\n', 1)[0] ?? '');
}

/** The words by field and language. */
export function parseTokens(tokens: string): { group: string; field: ComparedField; words: string[] }[] {
	return tokens.split('\n').flatMap((line) => {
		const at = line.indexOf(': ');
		const group = line.slice(0, at);
		const field = FIELDS.find((one) => group.startsWith(`${one}.`));
		return at < 0 || field === undefined ? [] : [{ group, field, words: line.slice(at + 2).split(' ') }];
	});
}
