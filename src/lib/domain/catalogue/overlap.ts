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

export function overlapsOf(own: EntryTokens, others: readonly EntryTokens[]): Overlap[] {
	return overlapFinder([own, ...others.filter(({ itemId }) => itemId !== own.itemId)])(own.itemId);
}

/**
 * Finds, for any of these entries, the others whose titles and outcomes are like its own: the cosine of their words
 * weighted by how rare each is in the catalogue. Words are compared by their first letters and whatever the language.
 */
export function overlapFinder(entries: readonly EntryTokens[]): (itemId: string) => Overlap[] {
	const words = new Map(entries.map(({ itemId, tokens }) => [itemId, wordsOf(tokens)]));
	const users = new Map<string, string[]>();
	for (const [itemId, own] of words)
		for (const stem of own.keys()) {
			const known = users.get(stem);
			if (known) known.push(itemId);
			else users.set(stem, [itemId]);
		}
	const weights = new Map(
		[...users].map(([stem, { length }]) => [stem, Math.log(1 + entries.length / length) ** 2])
	);
	const weight = (stem: string) => weights.get(stem) ?? 0;
	const sizes = new Map(
		[...words].map(([itemId, own]) => [itemId, [...own.keys()].reduce((sum, stem) => sum + weight(stem), 0)])
	);
	return (itemId) => {
		const mine = words.get(itemId) ?? new Map<string, string>();
		const shared = new Map<string, string[]>();
		for (const stem of mine.keys())
			for (const other of users.get(stem) ?? []) {
				if (other === itemId) continue;
				const stems = shared.get(other);
				if (stems) stems.push(stem);
				else shared.set(other, [stem]);
			}
		const mySize = sizes.get(itemId) ?? 0;
		return [...shared]
			.flatMap(([other, stems]): Overlap[] => {
				if (stems.length < LEAST_SHARED) return [];
				const common = stems.reduce((sum, stem) => sum + weight(stem), 0);
				const score = Math.min(1, common / Math.sqrt(mySize * (sizes.get(other) ?? 0)));
				if (score < OVERLAP_UNTIL) return [];
				const rarest = stems.toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
				return [{ itemId: other, score, shared: rarest.map((stem) => mine.get(stem) ?? stem) }];
			})
			.sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
	};
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
