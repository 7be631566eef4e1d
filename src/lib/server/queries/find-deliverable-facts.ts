import type { Db } from '#db/schema.ts';
import { toDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import type { Role } from '#lib/domain/roles.ts';
import { findItemFacts } from './find-item-facts.ts';
import { listReviewRecords } from './list-review-records.ts';
import { listVersions } from './list-versions.ts';

/** A deliverable with all that its rules ask. Nine queries, whatever its size. */
export async function findDeliverableFacts(
	db: Db,
	projectId: string,
	key: { id: string } | { code: string }
) {
	const found = await findItemFacts(db, projectId, key);
	if (!found || found.item.kind !== 'deliverable') return undefined;
	const { item, history, assignments } = found;
	const deliverable = await db
		.selectFrom('deliverable')
		.selectAll()
		.where('itemId', '=', item.id)
		.executeTakeFirst();
	if (!deliverable) return undefined;
	const versions = await listVersions(db, item.id);
	const { rounds, signatures, comments } = await listReviewRecords(db, item.id);

	const facts: DeliverableFacts = {
		state: toDeliverableState(item.state),
		stateSinceAt: item.stateSinceAt,
		code: item.code,
		leadOrganisationId: item.leadOrganisationId,
		leadAcronym: item.leadAcronym,
		leadCountry: item.leadCountry,
		dueOn: item.agreedOn ?? item.contractualOn,
		type: deliverable.type,
		level: deliverable.disseminationLevel,
		contributorsConfirmed: item.contributorsConfirmedAt !== null,
		history,
		versions,
		reviewers: assignments.map((one) => ({ ...one, roles: NO_ROLES })),
		rounds,
		signatures,
		comments: comments.map((one) => ({
			id: one.id,
			roundId: one.roundId,
			authorId: one.authorId,
			author: one.author,
			blocking: one.blocking === 1,
			withdrawn: one.withdrawnAt !== null,
			answered: one.answeredAt !== null
		}))
	};
	const { disseminationLevel } = deliverable;
	const isPublic = isPublicItem({ kind: item.kind, state: item.state, disseminationLevel });
	return {
		item,
		deliverable,
		facts,
		history,
		assignments,
		subject: { ...found.subject, isPublic },
		records: { versions, rounds, signatures, comments }
	};
}

const NO_ROLES: readonly Role[] = [];

export type FoundDeliverable = NonNullable<Awaited<ReturnType<typeof findDeliverableFacts>>>;
