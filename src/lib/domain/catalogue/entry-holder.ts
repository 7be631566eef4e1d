import { addDays, type Day } from '#lib/domain/days.ts';
import { isOpenBlocker, openRound } from '#lib/domain/deliverables.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { independenceBlocks } from '#lib/domain/independence.ts';
import { countingSignatures } from '#lib/domain/quorum.ts';
import { isAfterApproval, lapsedApprovals } from './entry-approval.ts';
import { nextStep, type Algorithm, type AlgorithmStep } from './algorithm.ts';
import { requirementBlocks } from './step-blocks.ts';
import type { EntryApproval, EntryStepFacts } from './step-facts.ts';

export const ENTRY_AWAITS = [
	'take-step',
	'complete-entry',
	'open-review',
	'review',
	'assign-reviewers',
	'answer-comments',
	'approve-for-institution',
	'renew-approval',
	'name-officer',
	'publish-entry',
	'record-recognition',
	'resume',
	'name-lead'
] as const;
export type EntryAwaits = (typeof ENTRY_AWAITS)[number];

/** What of the facts the holder follows from; lists fill `isBlocked` from the register of gaps. */
interface HeldEntry extends Pick<
	EntryStepFacts,
	'state' | 'stateSinceAt' | 'ownerId' | 'publisherId' | 'review' | 'approvals'
> {
	/** Something the next step requires of the content is missing. */
	isBlocked: boolean;
}

/** The one holder of an entry; null once it is merged, retired, or at the end of the way. */
export function entryHolder(algorithm: Algorithm, facts: EntryStepFacts): Holder | null {
	const step = nextStep(algorithm, facts.state);
	const isBlocked = step !== undefined && requirementBlocks(algorithm, facts, step).length > 0;
	return holderOfEntry(algorithm, { ...facts, isBlocked });
}

const OWNERS: readonly AlgorithmStep['actor'][] = ['author', 'system', 'recogniser'];

/** Whether an entry in this state lies with its owner whatever it says; approvals that lapse come only after. */
export function staysWithOwner(algorithm: Algorithm, state: string): boolean {
	if (state === 'on-hold') return true;
	const step = nextStep(algorithm, state);
	return step !== undefined && OWNERS.includes(step.actor) && !isAfterApproval(algorithm, state);
}

function holderOfEntry(algorithm: Algorithm, entry: HeldEntry): Holder | null {
	if (entry.state === 'on-hold') return owner(entry, 'resume');
	const lapsed = lapsedApprovals(algorithm, entry);
	if (lapsed.length > 0) return renewing(entry, lapsed);
	const step = nextStep(algorithm, entry.state);
	if (!step) return null;
	switch (step.actor) {
		case 'author':
			return owner(entry, entry.isBlocked ? 'complete-entry' : 'take-step');
		case 'reviewer':
			return reviewing(entry, step);
		case 'officer':
			return entry.isBlocked ? owner(entry, 'complete-entry') : approving(entry);
		// The system waits for nothing but the owner.
		case 'system':
			return owner(entry, 'complete-entry');
		case 'publisher':
			if (entry.isBlocked) return owner(entry, 'complete-entry');
			return entry.publisherId === null
				? role(entry, 'coordinator', 'publish-entry')
				: organisation(entry.publisherId, entry.stateSinceAt, 'publish-entry');
		case 'recogniser':
			return owner(entry, entry.isBlocked ? 'complete-entry' : 'record-recognition');
	}
}

/** Reviewers who can still sign; the owner while the round is not open or comments are; else the QA lead. */
function reviewing(entry: HeldEntry, step: AlgorithmStep): Holder {
	const { review } = entry;
	const round = openRound(review);
	const able = review.reviewers.filter(
		(one) => one.kind === 'signing' && independenceBlocks(review.history, one).length === 0
	);
	if (!round) {
		if (entry.isBlocked) return owner(entry, 'complete-entry');
		const needed = step.signatures ?? 1;
		return able.length < needed ? role(entry, 'qa-lead', 'assign-reviewers') : owner(entry, 'open-review');
	}
	const since = round.openedAt;
	const signed = countingSignatures(review, round).map((one) => one.personId);
	const waiting = able.filter((one) => !signed.includes(one.personId)).map((one) => one.personId);
	if (signed.length + waiting.length < round.quorum)
		return role({ stateSinceAt: since }, 'qa-lead', 'assign-reviewers');
	if (waiting.length > 0) return people(waiting, since, 'review');
	return review.comments.some((one) => one.roundId === round.id && isOpenBlocker(one))
		? owner({ ...entry, stateSinceAt: since }, 'answer-comments')
		: role({ stateSinceAt: since }, 'qa-lead', 'assign-reviewers');
}

/** An approval that lapsed is renewed by an officer of its own body, since the day after its last one. */
function renewing(entry: HeldEntry, lapsed: readonly (EntryApproval & { lapsedOn: Day })[]): Holder {
	const last = lapsed.map((one) => one.lapsedOn).toSorted()[0] ?? entry.stateSinceAt.slice(0, 10);
	const renewed = lapsed.map((one) => ({ ...one, approved: false }));
	const held = approving({ ...entry, approvals: renewed, stateSinceAt: `${addDays(last, 1)}T00:00:00.000Z` });
	return held.awaits === 'approve-for-institution' ? { ...held, awaits: 'renew-approval' } : held;
}

/** The officers who still have to sign; an awarding body without an officer names one first. */
function approving(entry: HeldEntry): Holder {
	// Nobody approves what they wrote: such an officer cannot hold it.
	const wrote = entry.review.history.contributions.flatMap((one) =>
		one.kind === 'author' ? [one.personId] : []
	);
	const open = entry.approvals
		.filter((one) => !one.approved)
		.map((one) => ({ ...one, officers: one.officers.filter(({ personId }) => !wrote.includes(personId)) }));
	const without = open.find((one) => one.officers.length === 0);
	if (without) return organisation(without.organisationId, entry.stateSinceAt, 'name-officer');
	const officers = [...new Set(open.flatMap((one) => one.officers.map(({ personId }) => personId)))];
	return officers.length > 0
		? people(officers, entry.stateSinceAt, 'approve-for-institution')
		: owner(entry, 'take-step');
}

function owner(entry: Pick<HeldEntry, 'ownerId' | 'stateSinceAt'>, awaits: EntryAwaits): Holder {
	return entry.ownerId === null
		? role(entry, 'coordinator', 'name-lead')
		: organisation(entry.ownerId, entry.stateSinceAt, awaits);
}

function organisation(organisationId: string, since: string, awaits: EntryAwaits): Holder {
	return { kind: 'organisation', organisationId, personIds: [], role: null, since, awaits };
}

function people(personIds: readonly string[], since: string, awaits: EntryAwaits): Holder {
	return { kind: 'people', organisationId: null, personIds, role: null, since, awaits };
}

function role(
	{ stateSinceAt: since }: Pick<HeldEntry, 'stateSinceAt'>,
	name: 'coordinator' | 'qa-lead',
	awaits: EntryAwaits
): Holder {
	return { kind: 'role', organisationId: null, personIds: [], role: name, since, awaits };
}
