import type { Db } from '#db/schema.ts';
import { toDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import type { Role } from '#lib/domain/roles.ts';
import { selectItem, withPeople } from './find-item-facts.ts';
import { listReviewRecords } from './list-review-records.ts';
import { listVersions } from './list-versions.ts';

/** A deliverable with all that its rules ask. Five queries, whatever its size. */
export async function findDeliverableFacts(
	db: Db,
	projectId: string,
	key: { id: string } | { code: string }
) {
	const rows = await selectItem(db, projectId, key)
		.innerJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('item as target', 'target.id', 'deliverable.mergedIntoItemId')
		.selectAll('deliverable')
		.select((eb) => [
			'target.code as mergedInto',
			eb
				.selectFrom('checklistVersion')
				.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
				.whereRef('checklist.projectId', '=', 'item.projectId')
				.where('checklist.appliesTo', '=', 'deliverable')
				.select((versions) => versions.fn.countAll<number>().as('count'))
				.as('checklistVersions')
		])
		.execute();
	const found = await withPeople(db, rows);
	if (!found) return undefined;
	const { item, history, assignments } = found;
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
		type: item.type,
		level: item.disseminationLevel,
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
	const isPublic = isPublicItem(item);
	return {
		item,
		deliverable: item,
		hasChecklist: (item.checklistVersions ?? 0) > 0,
		facts,
		history,
		assignments,
		subject: { ...found.subject, isPublic },
		records: { versions, rounds, signatures, comments }
	};
}

const NO_ROLES: readonly Role[] = [];

export type FoundDeliverable = NonNullable<Awaited<ReturnType<typeof findDeliverableFacts>>>;
