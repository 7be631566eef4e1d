import { digestSlot, type DigestRhythm } from './digest-slot.ts';
import { MAIL_KINDS, type MailKind, type MailPace } from './kinds.ts';

/** So long after the first of a kind the others are waited for, so that five actions of one meeting make one mail. */
const GATHER_MS = 60_000;

/** Something queued that no letter tells yet. */
export interface WaitingNotice {
	id: string;
	personId: string;
	kind: MailKind;
	createdAt: string;
}

export interface Reader {
	digest: DigestRhythm;
	timeZone: string;
	/** What this person wants otherwise than it is by default. */
	choices: ReadonlyMap<string, 'digest' | 'off'>;
}

export interface PlannedLetter {
	/** The same whoever plans it, so that it is never made twice and keeps its Message-ID. */
	id: string;
	personId: string;
	kind: MailKind | 'digest';
	slot: string | null;
	noticeIds: readonly string[];
}

export type NotSent = 'opted-out' | 'digest-off';

export interface MailPlan {
	letters: PlannedLetter[];
	dropped: { id: string; because: NotSent }[];
}

/** Which letters are due now, and what nobody wants: each notice is in one of them, or goes on waiting. */
export function planLetters(
	now: Date,
	notices: readonly WaitingNotice[],
	readerOf: (personId: string) => Reader
): MailPlan {
	const plan: MailPlan = { letters: [], dropped: [] };
	for (const [personId, own] of Map.groupBy(notices, (one) => one.personId)) {
		const reader = readerOf(personId);
		const byPace = Map.groupBy(own, (one) => wantedPace(one.kind, reader));
		for (const id of (byPace.get('off') ?? []).map((one) => one.id))
			plan.dropped.push({ id, because: 'opted-out' });
		for (const notice of byPace.get('at-once') ?? [])
			plan.letters.push(letterOf(personId, notice.kind, [notice]));
		for (const [kind, alike] of Map.groupBy(byPace.get('instant') ?? [], (one) => one.kind))
			if (isGathered(now, alike)) plan.letters.push(letterOf(personId, kind, alike));
		planDigest(plan, now, personId, reader, byPace.get('digest') ?? []);
	}
	return plan;
}

function wantedPace(kind: MailKind, { choices }: Pick<Reader, 'choices'>): MailPace | 'off' {
	const { pace, optional } = MAIL_KINDS[kind];
	return optional ? (choices.get(kind) ?? pace) : pace;
}

function planDigest(
	plan: MailPlan,
	now: Date,
	personId: string,
	{ digest, timeZone }: Reader,
	notices: readonly WaitingNotice[]
): void {
	if (digest === 'off') {
		plan.dropped.push(...notices.map(({ id }) => ({ id, because: 'digest-off' as const })));
		return;
	}
	const { day: slot, at } = digestSlot(now, digest, timeZone);
	const told = notices.filter((one) => one.createdAt < at.toISOString());
	if (told.length === 0) return;
	const noticeIds = told.map((one) => one.id);
	plan.letters.push({ id: `${personId}-${slot}`, personId, kind: 'digest', slot, noticeIds });
}

function letterOf(personId: string, kind: MailKind, notices: readonly WaitingNotice[]): PlannedLetter {
	const noticeIds = notices.map((one) => one.id).sort();
	return { id: noticeIds[0] ?? '', personId, kind, slot: null, noticeIds };
}

function isGathered(now: Date, notices: readonly WaitingNotice[]): boolean {
	return notices.some((one) => now.getTime() - Date.parse(one.createdAt) >= GATHER_MS);
}
