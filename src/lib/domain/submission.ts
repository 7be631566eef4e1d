import type { Day } from './days.ts';
import { latestRound, latestVersion, type DeliverableFacts, type Version } from './deliverables.ts';
import type { DeliverableReason } from './deliverable-reasons.ts';
import { DELIVERABLE_LIFE, type DeliverableState } from './deliverable-states.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import { quorumBlocks } from './quorum.ts';
import { formatOf, withdrawnBlocks } from './version-guards.ts';

type Blocks = (DeliverableReason | StateReason)[];

/** The portal takes one file: the main file when it is alone, else all of them in a zip. */
export function isZipped(version: Pick<Version, 'files'>): boolean {
	return version.files.length > 1;
}

/** Name of the file for the portal, such as `LESLIE_D4.2_v3.pdf`. */
export function packageName(acronym: string, code: string, version: Version): string {
	const main = version.files.find((file) => file.main);
	const ending = isZipped(version) ? 'zip' : formatOf(main?.name ?? '');
	const clean = (text: string) =>
		text
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.replace(/[^A-Za-z0-9.-]+/g, '-')
			.replace(/^[-.]+|[-.]+$/g, '');
	return `${clean(acronym)}_${clean(code)}_v${version.number}.${ending}`;
}

export interface PortalPackage {
	sha256: string;
	builtOn: Day;
}

/** Why a submission cannot be recorded: exactly the approved file, on a day that can be true. */
export function submissionBlocks(
	facts: DeliverableFacts,
	approved: PortalPackage | undefined,
	recorded: { sha256: string; submittedOn: Day },
	today: Day
): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'submit'),
		...(approved ? [] : [{ code: 'package-missing' } as const]),
		...(approved && approved.sha256 !== recorded.sha256
			? [{ code: 'package-differs', expected: approved.sha256.slice(0, 12) } as const]
			: []),
		...(facts.state === 'approved' ? standingBlocks(facts) : []),
		...dayBlocks(recorded.submittedOn, approved?.builtOn ?? null, 'approval', today)
	];
}

/** An approval stands only as long as what it rests on: the files, and a quorum that a late contributor may undo. */
function standingBlocks(facts: DeliverableFacts): DeliverableReason[] {
	const version = latestVersion(facts);
	const round = latestRound(facts);
	return [
		...(version ? withdrawnBlocks(version) : []),
		...(round && round.outcome !== 'break-glass' ? quorumBlocks(facts, round) : [])
	];
}

export function verdictBlocks(
	facts: DeliverableFacts,
	event: 'accept' | 'ask-revision',
	decidedOn: Day,
	submittedOn: Day | null,
	today: Day
): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, event),
		...dayBlocks(decidedOn, submittedOn, 'submission', today)
	];
}

export function dayBlocks(
	day: Day,
	earliest: Day | null,
	what: 'approval' | 'submission',
	today: Day
): DeliverableReason[] {
	return [
		...(day > today ? [{ code: 'portal-day-in-future', day } as const] : []),
		...(earliest !== null && day < earliest
			? [{ code: 'portal-day-before', day, earliest, what } as const]
			: [])
	];
}

export const PORTAL_STATUSES = [
	'pending',
	'ready',
	'draft',
	'submitted',
	'accepted',
	'not-reported'
] as const;
export type PortalStatus = (typeof PORTAL_STATUSES)[number];

/** The funder's portal as it should look now, in its own words. */
export function portalStatus(state: DeliverableState, isUploaded: boolean): PortalStatus {
	switch (state) {
		case 'approved':
			return isUploaded ? 'draft' : 'ready';
		case 'submitted':
		case 'accepted':
			return state;
		case 'withdrawn':
		case 'merged':
			return 'not-reported';
		default:
			return 'pending';
	}
}

/** Late for good: submitted after the day it was due, or not submitted although that day has passed. */
export function isLate(dueOn: Day | null, submittedOn: Day | null, today: Day): boolean {
	return dueOn !== null && (submittedOn ?? today) > dueOn;
}
