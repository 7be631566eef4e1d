import type { Db } from '#db/schema.ts';
import { toDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import { opennessOf } from '#lib/domain/public-items.ts';
import { selectItem, withPeople } from './find-item-facts.ts';
import { listReviewRecords } from './list-review-records.ts';
import { listVersions } from './list-versions.ts';
import { reviewFacts } from './review-facts.ts';

/** A deliverable with all that its rules ask. Five queries, whatever its size. */
export async function findDeliverableFacts(
	db: Db,
	projectId: string,
	key: { id: string } | { code: string }
) {
	const row = await selectItem(db, projectId, key)
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
		.executeTakeFirst();
	const found = await withPeople(db, row);
	if (!found) return undefined;
	const { item, history, assignments } = found;
	const versions = await listVersions(db, item.id);
	const records = await listReviewRecords(db, item.id);

	const facts: DeliverableFacts = {
		...reviewFacts(found, versions, records),
		state: toDeliverableState(item.state),
		stateSinceAt: item.stateSinceAt,
		code: item.code,
		leadOrganisationId: item.leadOrganisationId,
		leadAcronym: item.leadAcronym,
		dueOn: item.agreedOn ?? item.contractualOn,
		type: item.type,
		level: item.disseminationLevel,
		contributorsConfirmed: item.contributorsConfirmedAt !== null
	};
	return {
		item,
		deliverable: item,
		hasChecklist: (item.checklistVersions ?? 0) > 0,
		facts,
		history,
		assignments,
		subject: { ...found.subject, ...opennessOf(item) },
		records: { versions, ...records }
	};
}

export type FoundDeliverable = NonNullable<Awaited<ReturnType<typeof findDeliverableFacts>>>;
