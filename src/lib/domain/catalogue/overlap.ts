import { parseTokens, type ComparedField } from './overlap-words.ts';

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
	group: string;
	field: ComparedField;
	words: ReadonlyMap<string, string>;
	/** Of all its words, once it was asked for. */
	weight: number | null;
}

type Users = ReadonlyMap<string, ReadonlyMap<string, readonly Group[]>>;

export function overlapsOf(own: EntryTokens, others: readonly EntryTokens[], from: number): Overlap[] {
	return overlapFinder([own, ...others.filter(({ itemId }) => itemId !== own.itemId)], from)(own.itemId);
}

/**
 * Finds, for any of these entries, the others that say much the same in the title, in the outcomes or, for half as
 * much, in the description: the cosine of their words in one language, weighted by how rare each is in the catalogue.
 * Words are compared by their first letters. `from`: the similarity, 0 to 1, from which a pair counts.
 */
export function overlapFinder(entries: readonly EntryTokens[], from: number): (itemId: string) => Overlap[] {
	const groups = new Map(
		entries.map(({ itemId, tokens }) => [
			itemId,
			parseTokens(tokens).map((one): Group => ({ itemId, ...one, weight: null }))
		])
	);
	const users = usersOf([...groups.values()].flat());
	const weights = new Map(
		[...users].map(([group, stems]) => [
			group,
			new Map(
				[...stems].map(([stem, { length }]) => [stem, Math.log(1 + entries.length / length) ** 2] as const)
			)
		])
	);
	return (itemId) => {
		const found = new Map<string, Overlap>();
		for (const mine of groups.get(itemId) ?? []) {
			const least = (from - OVERLAP_MARGIN) / STRENGTH[mine.field];
			const own = weights.get(mine.group) ?? new Map<string, number>();
			for (const [theirs, stems] of sharingEnough(mine, users, own, least)) {
				if (!isMeant(mine, theirs, stems.length)) continue;
				const common = stems.reduce((sum, stem) => sum + (own.get(stem) ?? 0), 0);
				const cosine = Math.min(1, common / Math.sqrt(weightOf(mine, own) * weightOf(theirs, own)));
				if (cosine < least) continue;
				const known = found.get(theirs.itemId);
				const words = stems.map((stem) => mine.words.get(stem) ?? stem);
				found.set(theirs.itemId, {
					itemId: theirs.itemId,
					score: Math.max(cosine * STRENGTH[mine.field], known?.score ?? 0),
					shared: [...new Set([...(known?.shared ?? []), ...words])]
				});
			}
		}
		return [...found.values()].sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
	};
}

function usersOf(groups: readonly Group[]): Users {
	const users = new Map<string, Map<string, Group[]>>();
	for (const one of groups) {
		const stems = users.get(one.group) ?? new Map<string, Group[]>();
		users.set(one.group, stems);
		for (const stem of one.words.keys()) {
			const known = stems.get(stem);
			if (known) known.push(one);
			else stems.set(stem, [one]);
		}
	}
	return users;
}

/**
 * Others with the words they share, the rarest first. Two texts of a cosine share at least its square of the weight of
 * each: whoever has none of the rare words that make up the rest need not be looked at, and common words have most users.
 */
function sharingEnough(
	mine: Group,
	users: Users,
	weights: ReadonlyMap<string, number>,
	least: number
): Map<Group, string[]> {
	const shared = new Map<Group, string[]>();
	const enough = least ** 2 * weightOf(mine, weights);
	const rarest = [...mine.words.keys()]
		.map((stem) => ({ stem, weight: weights.get(stem) ?? 0 }))
		.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
	let left = weightOf(mine, weights);
	for (const { stem, weight } of rarest) {
		if (left < enough) {
			for (const [other, stems] of shared) if (other.words.has(stem)) stems.push(stem);
		} else
			for (const other of users.get(mine.group)?.get(stem) ?? []) {
				if (other === mine) continue;
				const stems = shared.get(other);
				if (stems) stems.push(stem);
				else shared.set(other, [stem]);
			}
		left -= weight;
	}
	return shared;
}

function weightOf(group: Group, weights: ReadonlyMap<string, number>): number {
	group.weight ??= [...group.words.keys()].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0);
	return group.weight;
}

/** One word in common is chance, unless it is the whole title of both. */
function isMeant(mine: Group, theirs: Group, shared: number): boolean {
	if (shared >= LEAST_SHARED) return true;
	return mine.field === 'title' && shared === mine.words.size && shared === theirs.words.size;
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
