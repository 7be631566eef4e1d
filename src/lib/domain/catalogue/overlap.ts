import { parseTokens, stemOf, type ComparedField } from './overlap-words.ts';

/** From here on, in per cent, two entries say much the same where a project sets nothing else. */
export const OVERLAP_PERCENT = 45;
/** An overlap that is known ends only so much below. */
const OVERLAP_MARGIN = 0.05;
/** A decision holds until the similarity has grown by this much since. */
const OVERLAP_GROWN = 0.2;
/** One word in common is chance. */
const LEAST_SHARED = 2;
/** What each field says about a pair: of descriptions many are alike that belong to different things. */
const STRENGTH: Readonly<Record<ComparedField, number>> = {
	title: 1,
	'learning-outcomes': 1,
	description: 0.5
};

export interface EntryTokens {
	itemId: string;
	/** As kept with the entry, see `overlapTokens`. */
	tokens: string;
}

export interface Overlap {
	itemId: string;
	/** 0 to 1. */
	score: number;
	/** Words of the first entry that the other has too, the rarest first. */
	shared: readonly string[];
}

/** The words of an entry in one field and language. */
interface Group {
	itemId: string;
	/** As they are kept. */
	words: readonly string[];
	/** Different stems, as numbers of the vocabulary. */
	stems: readonly number[];
	/** Of all its stems, once it was asked for. */
	weight: number | null;
}

/** What all entries say in one field and language; stems are numbers, which thousands of entries are compared by. */
interface Vocabulary {
	field: ComparedField;
	numbers: Map<string, number>;
	/** Who uses a stem. */
	users: Group[][];
	/** How much a stem says. */
	weights: number[];
}

export function overlapsOf(own: EntryTokens, others: readonly EntryTokens[], from: number): Overlap[] {
	return overlapFinder([own, ...others.filter(({ itemId }) => itemId !== own.itemId)], from)(own.itemId);
}

/**
 * Finds, for any of these entries, the others that say much the same in the title, in the outcomes or, for half as
 * much, in the description: the cosine of their words in one language, weighted by how rare each is in the catalogue.
 * Words are compared by their first letters. `from`: the similarity, 0 to 1, from which a pair counts.
 */
export function overlapFinder(entries: readonly EntryTokens[], from: number): (itemId: string) => Overlap[] {
	const vocabularies = new Map<string, Vocabulary>();
	const groups = new Map(entries.map((one) => [one.itemId, readGroups(one, vocabularies)]));
	for (const one of vocabularies.values())
		one.weights = one.users.map(({ length }) => Math.log(1 + entries.length / length) ** 2);
	return (itemId) => {
		const found = new Map<string, Overlap>();
		for (const { mine, vocabulary } of groups.get(itemId) ?? []) {
			const { field, weights } = vocabulary;
			const least = (from - OVERLAP_MARGIN) / STRENGTH[field];
			const words = wordsByStem(mine, vocabulary);
			for (const [theirs, stems] of sharingEnough(mine, words, vocabulary, least)) {
				if (!isMeant(field, mine, theirs, stems.length)) continue;
				const common = stems.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0);
				const cosine = Math.min(1, common / Math.sqrt(weightOf(mine, weights) * weightOf(theirs, weights)));
				if (cosine < least) continue;
				const known = found.get(theirs.itemId);
				const shared = stems.flatMap((stem) => words.get(stem) ?? []);
				found.set(theirs.itemId, {
					itemId: theirs.itemId,
					score: Math.max(cosine * STRENGTH[field], known?.score ?? 0),
					shared: [...new Set([...(known?.shared ?? []), ...shared])]
				});
			}
		}
		return [...found.values()].sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
	};
}

function readGroups({ itemId, tokens }: EntryTokens, vocabularies: Map<string, Vocabulary>) {
	return parseTokens(tokens).map(({ group, field, words }) => {
		const vocabulary: Vocabulary = vocabularies.get(group) ?? {
			field,
			numbers: new Map(),
			users: [],
			weights: []
		};
		vocabularies.set(group, vocabulary);
		const { numbers, users } = vocabulary;
		const stems: number[] = [];
		const mine: Group = { itemId, words, stems, weight: null };
		for (const word of words) {
			const stem = stemOf(word);
			const number = numbers.get(stem) ?? users.push([]) - 1;
			numbers.set(stem, number);
			const known = users[number];
			if (!known || known.at(-1) === mine) continue;
			known.push(mine);
			stems.push(number);
		}
		return { mine, vocabulary };
	});
}

/** The first word of each stem of a group. */
function wordsByStem({ words }: Group, { numbers }: Vocabulary): Map<number, string> {
	const byStem = new Map<number, string>();
	for (const word of words) {
		const stem = numbers.get(stemOf(word));
		if (stem !== undefined && !byStem.has(stem)) byStem.set(stem, word);
	}
	return byStem;
}

/**
 * Others with the stems they share, the rarest first. Two texts of a cosine share at least its square of the weight of
 * each: whoever has none of the rare words that make up the rest need not be looked at, and common words have most users.
 */
function sharingEnough(
	mine: Group,
	words: ReadonlyMap<number, string>,
	{ users, weights }: Vocabulary,
	least: number
): Map<Group, number[]> {
	const shared = new Map<Group, number[]>();
	const enough = least ** 2 * weightOf(mine, weights);
	const rarest = [...words]
		.map(([stem, word]) => ({ stem, word, weight: weights[stem] ?? 0 }))
		.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
	let left = weightOf(mine, weights);
	for (const { stem, weight } of rarest) {
		if (left < enough) {
			for (const [other, stems] of shared) if (other.stems.includes(stem)) stems.push(stem);
		} else
			for (const other of users[stem] ?? []) {
				if (other === mine) continue;
				const stems = shared.get(other);
				if (stems) stems.push(stem);
				else shared.set(other, [stem]);
			}
		left -= weight;
	}
	return shared;
}

function weightOf(group: Group, weights: readonly number[]): number {
	group.weight ??= group.stems.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0);
	return group.weight;
}

/** One word in common is chance, unless it is the whole title of both. */
function isMeant(field: ComparedField, mine: Group, theirs: Group, shared: number): boolean {
	if (shared >= LEAST_SHARED) return true;
	return field === 'title' && shared === mine.stems.length && shared === theirs.stems.length;
}

export interface KnownOverlap {
	score: number;
	goneAt: string | null;
	decision: 'merge' | 'joint' | 'keep' | null;
}

/** What becomes of a pair: opened (again) and undecided, kept as it was, kept with its new score, or gone. */
export type OverlapChange = 'open' | 'keep' | 'rescore' | 'return' | 'go' | 'nothing';

/** `score`: null where the two are no longer alike; `from`: the similarity from which a pair counts. */
export function overlapChange(
	known: KnownOverlap | undefined,
	score: number | null,
	from: number
): OverlapChange {
	if (!known) return score !== null && score >= from ? 'open' : 'nothing';
	if (score === null) return known.goneAt === null ? 'go' : 'nothing';
	if (known.decision !== null) {
		if (score >= known.score + OVERLAP_GROWN) return 'open';
		return known.goneAt === null ? 'keep' : 'return';
	}
	if (known.goneAt === null) return 'rescore';
	return score >= from ? 'open' : 'nothing';
}
