import { fold } from '#lib/domain/fold.ts';
import { textsOf, type EntryContent, type Texts } from './content.ts';
import { stemOf, wordsOf } from './overlap-words.ts';

export const OVERLAP_DECISIONS = ['merge', 'joint', 'keep'] as const;
export type OverlapDecision = (typeof OVERLAP_DECISIONS)[number];

export type OverlapReason =
	| { code: 'overlap-over'; entries: readonly string[] }
	| { code: 'overlap-same-owner'; organisation: string }
	| { code: 'overlap-into-missing' };

interface OverlappingEntry {
	id: string;
	code: string;
	state: string;
	leadOrganisationId: string | null;
	leadAcronym: string | null;
}

/** Why a decision on two entries that say much the same cannot be taken. */
export function overlapBlocks(
	pair: readonly [OverlappingEntry, OverlappingEntry],
	goneAt: string | null,
	input: { decision: OverlapDecision; into: string | null }
): OverlapReason[] {
	const [first, second] = pair;
	const isOver = goneAt !== null || pair.some(({ state }) => ['merged', 'retired'].includes(state));
	const isSameOwner = input.decision === 'joint' && first.leadOrganisationId === second.leadOrganisationId;
	const needsInto = input.decision !== 'keep' && !pair.some(({ id }) => id === input.into);
	return [
		...(isOver ? [{ code: 'overlap-over', entries: [first.code, second.code] } as const] : []),
		...(isSameOwner ? [{ code: 'overlap-same-owner', organisation: first.leadAcronym ?? '' } as const] : []),
		...(needsInto ? [{ code: 'overlap-into-missing' } as const] : [])
	];
}

/** Of two outcomes that say the same, so many of the words stand in both. */
const SAME_OUTCOME = 0.6;

/** What of a pair is alike, for who decides. */
export interface Alikeness {
	isSameTitle: boolean;
	/** Outcomes that both have, of as many as the entry with fewer has; null where one has none. */
	outcomes: { alike: number; of: number } | null;
}

export function alikeness(first: EntryContent, second: EntryContent): Alikeness {
	const titles = [first, second].map((content) => textsOf('title', content)[0] ?? {});
	const [mine, theirs] = [first, second].map((content) => textsOf('learning-outcomes', content));
	const [some, others] = [mine ?? [], theirs ?? []].sort((a, b) => a.length - b.length);
	const left = [...(others ?? [])];
	let alike = 0;
	for (const one of some ?? []) {
		const at = left.findIndex((other) => commonShare(one, other) >= SAME_OUTCOME);
		if (at < 0) continue;
		alike++;
		left.splice(at, 1);
	}
	return {
		isSameTitle: commonShare(titles[0] ?? {}, titles[1] ?? {}) === 1,
		outcomes: some === undefined || some.length === 0 ? null : { alike, of: some.length }
	};
}

/** The largest share, over the languages of both, of words that stand in both texts. */
function commonShare(one: Texts, other: Texts): number {
	const shares = Object.keys(one).map((language) => {
		const mine = new Set(wordsOf(one[language] ?? '').map(stemOf));
		const theirs = new Set(wordsOf(other[language] ?? '').map(stemOf));
		const most = Math.max(mine.size, theirs.size);
		return most === 0 ? 0 : mine.intersection(theirs).size / most;
	});
	return Math.max(0, ...shares);
}

export interface TextPart {
	text: string;
	isShared: boolean;
}

/** A text cut where its words are among the shared ones, so that a reader sees why two entries were found alike. */
export function sharedParts(text: string, shared: readonly string[]): TextPart[] {
	const stems = new Set(shared.map(stemOf));
	const parts: TextPart[] = [];
	for (const part of text.split(/([\p{L}\p{N}\p{M}'’‘ʻʼ]+)/u)) {
		if (part === '') continue;
		const isShared = stems.has(stemOf(fold(part)));
		const last = parts.at(-1);
		if (last?.isShared === isShared) last.text += part;
		else parts.push({ text: part, isShared });
	}
	return parts;
}
