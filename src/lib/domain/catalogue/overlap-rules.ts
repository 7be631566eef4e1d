import { fold } from '#lib/domain/fold.ts';
import { stemOf } from './overlap.ts';

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
