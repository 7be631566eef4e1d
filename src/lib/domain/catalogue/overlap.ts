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

interface Group {
	group: string;
	field: ComparedField;
	words: ReadonlyMap<string, string>;
	/** Of all its words. */
	weight: number;
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
	const parsed = new Map(entries.map(({ itemId, tokens }) => [itemId, parseTokens(tokens)]));
	const users = new Map<string, Map<string, string[]>>();
	for (const [itemId, groups] of parsed)
		for (const { group, words } of groups) {
			const known = users.get(group) ?? new Map<string, string[]>();
			users.set(group, known);
			for (const stem of words.keys()) {
				const list = known.get(stem);
				if (list) list.push(itemId);
				else known.set(stem, [itemId]);
			}
		}
	const weightOf = (group: string, stem: string) =>
		Math.log(1 + entries.length / (users.get(group)?.get(stem)?.length ?? entries.length)) ** 2;
	const groups = new Map<string, Group[]>();
	const groupsOf = (itemId: string) => {
		const known = groups.get(itemId);
		if (known) return known;
		const made = (parsed.get(itemId) ?? []).map((one) => ({
			...one,
			weight: [...one.words.keys()].reduce((sum, stem) => sum + weightOf(one.group, stem), 0)
		}));
		groups.set(itemId, made);
		return made;
	};
	return (itemId) => {
		const found = new Map<string, Overlap>();
		for (const mine of groupsOf(itemId)) {
			const shared = new Map<string, string[]>();
			for (const stem of mine.words.keys())
				for (const other of users.get(mine.group)?.get(stem) ?? []) {
					if (other === itemId) continue;
					const stems = shared.get(other);
					if (stems) stems.push(stem);
					else shared.set(other, [stem]);
				}
			for (const [other, stems] of shared) {
				const theirs = groupsOf(other).find(({ group }) => group === mine.group);
				if (!theirs || !isMeant(mine, theirs, stems.length)) continue;
				const common = stems.reduce((sum, stem) => sum + weightOf(mine.group, stem), 0);
				const cosine = Math.min(1, common / Math.sqrt(mine.weight * theirs.weight));
				const score = cosine * STRENGTH[mine.field];
				if (score < from - OVERLAP_MARGIN) continue;
				const known = found.get(other);
				const rarest = stems.toSorted(
					(a, b) => weightOf(mine.group, b) - weightOf(mine.group, a) || (a < b ? -1 : 1)
				);
				const words = rarest.map((stem) => mine.words.get(stem) ?? stem);
				found.set(other, {
					itemId: other,
					score: Math.max(score, known?.score ?? 0),
					shared: [...new Set([...(known?.shared ?? []), ...words])]
				});
			}
		}
		return [...found.values()].sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1));
	};
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
