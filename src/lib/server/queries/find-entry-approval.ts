import type { Db } from '#db/schema.ts';
import { stepIndex, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import {
	approvalStanding,
	approvedSince,
	type ApprovalFacts,
	type OfficerInOffice
} from '#lib/domain/catalogue/entry-approval.ts';
import { canonicalCovers, isStale, presentCovers } from '#lib/domain/catalogue/entry-covers.ts';
import type { Day } from '#lib/domain/days.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { sha256 } from '#lib/server/ids.ts';
import { approvalsAmong } from './approvals-of.ts';
import type { FoundEntryReview } from './find-entry-review.ts';
import type { EntryStepRow } from './list-entry-steps.ts';
import { listOfficersInOffice } from './list-officers.ts';

interface Asked {
	algorithm: Algorithm;
	history: readonly EntryStepRow[];
	today: Day;
	/** In office today, where they were read already. */
	officers?: readonly OfficerInOffice[];
}

/** The institutional approval of an entry: what the officers' step covers, who may give it, and every one ever given. */
export async function findEntryApproval(
	db: Db,
	found: FoundEntryReview,
	{ algorithm, history, today, officers: known }: Asked
) {
	const { item, facts, review, records } = found;
	const officers = known ?? (await listOfficersInOffice(db, item.projectId, facts.bodies, today));
	const since = approvedSince(algorithm, found.entry.heldFrom ?? item.state, history);
	const approvals = approvalsAmong(records.signatures).map(({ covers, ...one }) => ({
		...one,
		standing: approvalStanding(one, { isStale: isStale(parseCovers(covers), facts), since, today })
	}));
	const round = records.rounds.findLast((one) => isBefore(algorithm, one));
	const reviewed = round && parseCovers(round.covers);
	const covers = reviewed ? canonicalCovers(presentCovers(reviewed, facts)) : null;
	const approval: ApprovalFacts = {
		bodies: facts.bodies,
		officers,
		standing: approvals.filter((one) => one.standing === 'covers'),
		review
	};
	return {
		approval,
		approvals,
		covers,
		coversSha256: covers === null ? '' : sha256(covers),
		reviewedSha256: round?.coversSha256 ?? '',
		round: round ?? null
	};
}

/** A concluded review that comes before the officers' step. */
function isBefore(algorithm: Algorithm, round: { covers: string; outcome: string | null }): boolean {
	const officers = algorithm.steps.findIndex((one) => one.actor === 'officer');
	return round.outcome === 'quorum' && stepIndex(algorithm, parseCovers(round.covers).step) < officers;
}
