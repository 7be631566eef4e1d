import { STOP_WORDS } from './stop-words.ts';

/** From here on two entries say much the same; an overlap that is known ends only below the lower bound. */
export const OVERLAP_FROM = 0.45;
const OVERLAP_UNTIL = 0.4;
/** A decision holds until the similarity has grown by this much since. */
const OVERLAP_GROWN = 0.2;
/** One word in common is chance. */
const LEAST_SHARED = 2;
/** Endings of the languages of the project come after so many letters: water, waters; судың, суды. */
const STEM_LETTERS = 6;

export interface EntryTokens {
	itemId: string;
	/** As kept with the entry: folded words with spaces between. */
	tokens: string;
}

export interface Overlap {
	itemId: string;
	/** 0 to 1. */
	score: number;
	/** Words of the first entry that the other has too, the rarest first. */
	shared: readonly string[];
}

/**
 * Entries of the others whose titles and outcomes are like those of this one: the cosine of their words weighted by
 * how rare each is in the catalogue. Words are compared by their first letters and whatever the language.
 */
export function overlapsOf(own: EntryTokens, others: readonly EntryTokens[]): Overlap[] {
	const mine = wordsOf(own.tokens);
	if (mine.size === 0) return [];
	const theirs = others
		.filter(({ itemId }) => itemId !== own.itemId)
		.map(({ itemId, tokens }) => ({ itemId, words: wordsOf(tokens) }));
	const spread = new Map<string, number>();
	for (const { words } of [{ words: mine }, ...theirs])
		for (const stem of words.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
	const count = theirs.length + 1;
	const weight = (stem: string) => Math.log(1 + count / (spread.get(stem) ?? 1)) ** 2;
	const size = (words: ReadonlyMap<string, string>) => {
		let sum = 0;
		for (const stem of words.keys()) sum += weight(stem);
		return sum;
	};
	const mySize = size(mine);
	return theirs
		.flatMap(({ itemId, words }): Overlap[] => {
			const stems = [...mine.keys()].filter((stem) => words.has(stem));
			if (stems.length < LEAST_SHARED) return [];
			const common = stems.reduce((sum, stem) => sum + weight(stem), 0);
			const score = Math.min(1, common / Math.sqrt(mySize * size(words)));
			const rarest = stems.toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
			return [{ itemId, score, shared: rarest.map((stem) => mine.get(stem) ?? stem) }];
		})
		.filter(({ score }) => score >= OVERLAP_UNTIL)
		.sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
}

/** The part by which words are compared. */
export function stemOf(word: string): string {
	return word.slice(0, STEM_LETTERS);
}

/** By stem, the words that say something. */
function wordsOf(tokens: string): Map<string, string> {
	const words = new Map<string, string>();
	for (const word of tokens.split(' ')) {
		const stem = stemOf(word);
		if (word !== '' && !STOP_WORDS.has(word) && !words.has(stem)) words.set(stem, word);
	}
	return words;
}

export interface KnownOverlap {
	score: number;
	goneAt: string | null;
	decision: 'merge' | 'joint' | 'keep' | null;
}

/** What becomes of a pair: opened (again) and undecided, kept as it was, kept with its new score, or gone. */
export type OverlapChange = 'open' | 'keep' | 'rescore' | 'return' | 'go' | 'nothing';

/** `score`: null where the two are no longer alike. */
export function overlapChange(known: KnownOverlap | undefined, score: number | null): OverlapChange {
	if (!known) return score !== null && score >= OVERLAP_FROM ? 'open' : 'nothing';
	if (score === null) return known.goneAt === null ? 'go' : 'nothing';
	if (known.decision !== null) {
		if (score >= known.score + OVERLAP_GROWN) return 'open';
		return known.goneAt === null ? 'keep' : 'return';
	}
	if (known.goneAt === null) return 'rescore';
	return score >= OVERLAP_FROM ? 'open' : 'nothing';
}
