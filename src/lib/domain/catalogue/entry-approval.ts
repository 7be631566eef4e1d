import type { ReviewFacts } from '#lib/domain/deliverables.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { isOfReview } from '#lib/domain/reviews.ts';
import { isSideState, stepIndex, type Algorithm } from './algorithm.ts';
import type { AwardingBody } from './content.ts';
import type { EntryApproval } from './step-facts.ts';

export interface OfficerInOffice {
	organisationId: string;
	personId: string;
	person: string;
	office: string;
}

export interface ApprovalFacts {
	bodies: readonly AwardingBody[];
	/** In office today. */
	officers: readonly OfficerInOffice[];
	/** Approvals that stand. */
	standing: readonly { organisationId: string; person: string }[];
	review: Pick<ReviewFacts, 'history' | 'signatures'>;
}

interface Approver {
	personId: string;
	name: string;
	organisationId: string;
}

/** Why somebody cannot approve for their organisation: a named officer in office, and not of their own work. */
export function approverBlocks(facts: ApprovalFacts, person: Approver): Reason[] {
	const { bodies, officers, standing, review } = facts;
	const body = bodies.find((one) => one.organisationId === person.organisationId);
	const bodyOfficers = officers.filter((one) => one.organisationId === body?.organisationId);
	if (!body || !bodyOfficers.some((one) => one.personId === person.personId))
		return [
			{ code: 'not-an-officer', person: person.name, bodies: bodies.map((one) => one.acronym) },
			...bodies
				.filter((one) => !officers.some((officer) => officer.organisationId === one.organisationId))
				.map((one) => ({ code: 'no-officer', organisation: one.acronym }) as const)
		];

	const done = standing.find((one) => one.organisationId === body.organisationId);
	const own = ownWork(review, person);
	const others = bodyOfficers.filter((one) => ownWork(review, { ...one, name: one.person }).length === 0);
	const people = others.map((one) => `${one.person} (${one.office})`);
	return [
		...(done ? [{ code: 'body-approved', organisation: body.acronym, person: done.person } as const] : []),
		...own,
		...(own.length > 0 ? [{ code: 'other-officers', organisation: body.acronym, people } as const] : [])
	];
}

/** Author, reviewer and officer are different people, over the whole history. */
function ownWork(
	review: ApprovalFacts['review'],
	{ personId, name: person }: Pick<Approver, 'personId' | 'name'>
): Reason[] {
	const wrote = review.history.contributions.find(
		(one) => one.kind === 'author' && one.personId === personId
	);
	const signed = review.signatures.some((one) => isOfReview(one.meaning) && one.personId === personId);
	return [
		...(wrote ? [{ code: 'officer-authored', person, note: wrote.note } as const] : []),
		...(signed ? [{ code: 'officer-signed', person } as const] : [])
	];
}

export interface GivenApproval {
	decidedOn: Day;
	validUntilOn: Day | null;
	hasEvidence: boolean;
	/** What the officer saw, what the reviewers signed, and what lies there now. */
	seenSha256: string;
	reviewedSha256: string;
	presentSha256: string;
}

/** What is wrong with the approval itself. */
export function approvalRecordBlocks(given: GivenApproval, today: Day): Reason[] {
	const { decidedOn, validUntilOn, seenSha256, reviewedSha256, presentSha256 } = given;
	const isSame = seenSha256 === presentSha256 && reviewedSha256 === presentSha256;
	return [
		...(given.hasEvidence ? [] : [{ code: 'approval-evidence-missing' } as const]),
		...(decidedOn > today ? [{ code: 'approval-in-future', decidedOn } as const] : []),
		...(validUntilOn !== null && validUntilOn < today
			? [{ code: 'approval-expired', validUntilOn } as const]
			: []),
		...(isSame ? [] : [{ code: 'covers-changed' } as const])
	];
}

/** `covers` · `stale`: what was approved has changed · `returned`: the entry went back since · `lapsed`: no longer valid. */
export type ApprovalStanding = 'covers' | 'stale' | 'returned' | 'lapsed';

export function approvalStanding(
	approval: { recordedAt: string; validUntilOn: Day | null },
	now: { isStale: boolean; since: string; today: Day }
): ApprovalStanding {
	if (now.isStale) return 'stale';
	if (approval.recordedAt < now.since) return 'returned';
	return approval.validUntilOn !== null && approval.validUntilOn < now.today ? 'lapsed' : 'covers';
}

/** The officers have approved, and the entry goes on on the strength of it. */
export function isAfterApproval(algorithm: Algorithm, state: string): boolean {
	const officers = algorithm.steps.findIndex((one) => one.actor === 'officer');
	return officers >= 0 && !isSideState(state) && stepIndex(algorithm, state) >= officers;
}

/** Awarding bodies whose approval carried the entry and is no longer valid. */
export function lapsedApprovals(
	algorithm: Algorithm,
	entry: { state: string; approvals: readonly EntryApproval[] }
): (EntryApproval & { lapsedOn: Day })[] {
	if (!isAfterApproval(algorithm, entry.state)) return [];
	return entry.approvals.flatMap(({ lapsedOn, ...one }) =>
		one.approved || lapsedOn === null ? [] : [{ ...one, lapsedOn }]
	);
}

interface PassedStep {
	state: string;
	how: string;
	enteredAt: string;
}

/** When the entry last came to the step before the officers': what was approved earlier was of another passage. */
export function approvedSince(algorithm: Algorithm, state: string, history: readonly PassedStep[]): string {
	const officers = algorithm.steps.findIndex((one) => one.actor === 'officer');
	const before = algorithm.steps[officers - 1]?.state;
	const isBack = !isSideState(state) && stepIndex(algorithm, state) < officers - 1;
	if (isBack) return NEVER;
	const last = history.findLast((one) => one.state === before && one.how !== 'resumed');
	return last?.enteredAt ?? reachedAt(history) ?? '';
}

/** When the entry last reached the state it is in; being held and taken up again does not count. */
function reachedAt(history: readonly PassedStep[]): string | undefined {
	return history.findLast((one) => one.how !== 'held' && one.how !== 'resumed')?.enteredAt;
}

/** Later than any instant: the entry has not come there again. */
const NEVER = '9999';

/** What an officer declares; part of the signed record. */
export function approvalStatement(
	code: string,
	body: string,
	given: { reference: string; decidedOn: Day }
): string {
	return `On behalf of ${body} I approve ${code} as it was reviewed, by decision ${given.reference} of ${given.decidedOn}.`;
}
