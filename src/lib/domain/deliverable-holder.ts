import type { Holder } from './holder.ts';
import { isOpenBlocker, openRound, type DeliverableFacts } from './deliverables.ts';
import { independenceBlocks } from './independence.ts';
import { countingSignatures } from './quorum.ts';

export const DELIVERABLE_AWAITS = [
	'start',
	'prepare',
	'revise',
	'revise-for-funder',
	'name-lead',
	'review',
	'assign-reviewers',
	'answer-comments',
	'approve',
	'submit',
	'decide'
] as const;
export type DeliverableAwaits = (typeof DELIVERABLE_AWAITS)[number];

/** The one holder of a deliverable; null once nothing is expected of anybody. */
export function deliverableHolder(facts: DeliverableFacts): Holder | null {
	return facts.state === 'in-review' ? reviewing(facts) : unreviewedHolder(facts);
}

type Unreviewed = Pick<DeliverableFacts, 'state' | 'stateSinceAt' | 'leadOrganisationId'>;

/** The same for a deliverable that is not in review: nothing of its rounds is asked. */
export function unreviewedHolder(facts: Unreviewed): Holder | null {
	const since = facts.stateSinceAt;
	switch (facts.state) {
		case 'planned':
			return lead(facts, 'start');
		case 'in-preparation':
			return lead(facts, 'prepare');
		case 'changes-requested':
			return lead(facts, 'revise');
		case 'revision-by-funder':
			return lead(facts, 'revise-for-funder');
		case 'reviewed':
			return role('coordinator', since, 'approve');
		case 'approved':
			return role('coordinator', since, 'submit');
		case 'submitted':
			return { kind: 'funder', organisationId: null, personIds: [], role: null, since, awaits: 'decide' };
		case 'in-review':
		case 'accepted':
		case 'withdrawn':
		case 'merged':
			return null;
	}
}

/** Reviewers who can still sign hold it; the lead while only comments are open; else the QA lead must find reviewers. */
function reviewing(facts: DeliverableFacts): Holder {
	const since = facts.stateSinceAt;
	const round = openRound(facts);
	if (!round) return role('qa-lead', since, 'assign-reviewers');
	const signed = countingSignatures(facts, round);
	const waiting = facts.reviewers.filter(
		(one) =>
			one.kind === 'signing' &&
			!signed.some((signature) => signature.personId === one.personId) &&
			independenceBlocks(facts.history, one).length === 0
	);
	if (signed.length + waiting.length < round.quorum) return role('qa-lead', since, 'assign-reviewers');
	const personIds = waiting.map((one) => one.personId);
	if (personIds.length > 0)
		return { kind: 'people', organisationId: null, personIds, role: null, since, awaits: 'review' };
	return facts.comments.some((one) => one.roundId === round.id && isOpenBlocker(one))
		? lead(facts, 'answer-comments')
		: role('qa-lead', since, 'assign-reviewers');
}

function lead(facts: Unreviewed, awaits: DeliverableAwaits): Holder {
	const { leadOrganisationId: organisationId, stateSinceAt: since } = facts;
	if (organisationId === null) return role('coordinator', since, 'name-lead');
	return { kind: 'organisation', organisationId, personIds: [], role: null, since, awaits };
}

function role(name: 'coordinator' | 'qa-lead', since: string, awaits: DeliverableAwaits): Holder {
	return { kind: 'role', organisationId: null, personIds: [], role: name, since, awaits };
}
