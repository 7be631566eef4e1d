import { stepIndex, type Algorithm } from './algorithm.ts';
import { canonicalJson } from './canonical.ts';
import type { AwardingBody, EntryContent, Held } from './content.ts';
import { ELEMENT_CODES, isElement, type Element } from './elements.ts';

interface PinnedVersion {
	code: string;
	version: number;
	sha256: string;
}

/** What a signature on an entry was given against. */
export interface PinnedRules {
	/** The state that the signatures lead to. */
	step: string;
	/** Of the review; null for an approval of an entry that needs none. */
	round: number | null;
	/** Version of the implementation algorithm; 0 for the proposed one. */
	algorithm: number;
	criteria: readonly PinnedVersion[];
	checklist: PinnedVersion | null;
	/** SHA-256 of all elements as they stood, also those that may change afterwards. */
	contentSha256: string;
}

/** What a signature on an entry covers. Changing anything but the pinned rules leaves it behind. */
export interface EntryCovers extends PinnedRules {
	protectedElements: readonly Element[];
	/** The protected elements only. */
	content: EntryContent;
	bodies: readonly { organisationId: string; acronym: string }[];
}

interface PresentEntry {
	content: EntryContent;
	bodies: readonly Pick<AwardingBody, 'organisationId' | 'acronym'>[];
}

/** Canonical text of all elements, to be hashed with SHA-256 when a review freezes them. */
export function canonicalContent(content: EntryContent): string {
	return canonicalJson(onlyHeld(content, ELEMENT_CODES));
}

export function entryCovers(
	entry: PresentEntry,
	protectedElements: readonly Element[],
	pinned: PinnedRules
): EntryCovers {
	const { step, round, algorithm, criteria, checklist, contentSha256 } = pinned;
	return {
		step,
		round,
		algorithm,
		criteria: [...criteria].sort((a, b) => (a.code < b.code ? -1 : 1)),
		checklist,
		contentSha256,
		protectedElements: ELEMENT_CODES.filter((one) => protectedElements.includes(one)),
		content: onlyHeld(entry.content, protectedElements),
		bodies: entry.bodies.map(({ organisationId, acronym }) => ({ organisationId, acronym }))
	};
}

/** Canonical text of what is covered. Hash it with SHA-256. */
export function canonicalCovers(covers: EntryCovers): string {
	return canonicalJson(covers);
}

/** What the same signature would cover now: the same rules over the present content and awarding bodies. */
export function presentCovers(signed: EntryCovers, entry: PresentEntry): EntryCovers {
	const present = entryCovers(entry, signed.protectedElements, signed);
	// A body that merely goes by another name is the same body.
	return bodyIds(present) === bodyIds(signed) ? { ...present, bodies: signed.bodies } : present;
}

export function isStale(signed: EntryCovers, entry: PresentEntry): boolean {
	return canonicalCovers(signed) !== canonicalCovers(presentCovers(signed, entry));
}

export interface CoverChange {
	element: Element;
	before: Held<unknown> | undefined;
	now: Held<unknown> | undefined;
}

/** What is different now from what was signed, element by element. */
export function coverChanges(signed: EntryCovers, entry: PresentEntry): CoverChange[] {
	const present = presentCovers(signed, entry);
	const [before, now] = [heldBy(signed), heldBy(present)];
	const stored = signed.protectedElements
		.map((element) => ({ element, before: before.get(element), now: now.get(element) }))
		.filter((one) => canonicalJson(one.before ?? null) !== canonicalJson(one.now ?? null));
	const isSameBodies = bodyIds(signed) === bodyIds(present);
	const named = ({ bodies }: EntryCovers): Held<unknown> => ({
		standing: 'value',
		value: bodies.map((one) => one.acronym)
	});
	return isSameBodies
		? stored
		: [...stored, { element: 'awarding-body', before: named(signed), now: named(present) }];
}

/** Would a change of these elements leave behind what was signed? */
export function touchesProtected(algorithm: Algorithm, changed: readonly Element[]): boolean {
	const kept: readonly Element[] = [...algorithm.protectedElements, 'awarding-body', 'country'];
	return changed.some((element) => kept.includes(element));
}

function onlyHeld(content: EntryContent, elements: readonly Element[]): EntryContent {
	return Object.fromEntries(
		Object.entries(content).filter(
			([element, held]) => held !== undefined && elements.some((one) => one === element)
		)
	);
}

function heldBy({ content }: EntryCovers): Map<Element, Held<unknown>> {
	return new Map(
		Object.entries(content).flatMap(([element, held]) =>
			isElement(element) && held ? [[element, held] as const] : []
		)
	);
}

function bodyIds({ bodies }: EntryCovers): string {
	return bodies.map((one) => one.organisationId).join();
}

/** Whether a signature of a review still speaks of the entry: `stale` by its content, `ended` by what became of it. */
export function entrySignatureStanding(
	signed: EntryCovers,
	round: { outcome: string | null } | undefined,
	now: { entry: PresentEntry; algorithm: Algorithm; state: string; lastRound: number }
): 'covers' | 'stale' | 'ended' {
	if (isStale(signed, now.entry)) return 'stale';
	if (!round || round.outcome === null) return 'covers';
	const isThere = stepIndex(now.algorithm, now.state) >= stepIndex(now.algorithm, signed.step);
	return round.outcome === 'quorum' && isThere && signed.round === now.lastRound ? 'covers' : 'ended';
}
