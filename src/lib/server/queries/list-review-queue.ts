import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { conflictOf } from './conflict-of.ts';

/** Everything this person is asked to review or verify, by the day it is due; items without an open round come last. */
export async function listReviewQueue(db: Db, actor: Actor) {
	return db
		.selectFrom('reviewAssignment')
		.innerJoin('item', 'item.id', 'reviewAssignment.itemId')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.leftJoin('reviewRound', (join) =>
			join.onRef('reviewRound.itemId', '=', 'item.id').on('reviewRound.closedAt', 'is', null)
		)
		.leftJoin('itemVersion', 'itemVersion.id', 'reviewRound.versionId')
		.leftJoin('checklistVersion', 'checklistVersion.id', 'reviewRound.checklistVersionId')
		.leftJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.leftJoin('signature', (join) =>
			join
				.onRef('signature.roundId', '=', 'reviewRound.id')
				.onRef('signature.personId', '=', 'reviewAssignment.personId')
		)
		.select([
			'reviewAssignment.id as assignmentId',
			'reviewAssignment.kind as assignment',
			'item.id',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'item.origin',
			'item.leadOrganisationId',
			'lead.acronym as lead',
			'reviewRound.id as roundId',
			'reviewRound.number as round',
			'reviewRound.dueOn',
			'reviewRound.openedAt',
			'reviewRound.covers',
			'itemVersion.number as version',
			'checklist.code as checklist',
			'checklistVersion.number as checklistNumber',
			conflictOf('review_assignment').as('conflict'),
			'signature.signedAt'
		])
		.where('reviewAssignment.projectId', '=', actor.projectId)
		.where('reviewAssignment.personId', '=', actor.personId)
		.where('reviewAssignment.endedAt', 'is', null)
		.where('item.state', 'not in', [
			'submitted',
			'accepted',
			'declared',
			'withdrawn',
			'merged',
			'replaced',
			'retired'
		])
		.orderBy('reviewRound.dueOn', (order) => order.asc().nullsLast())
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
}

/** What still waits for this person's signature, apart from the item just done. */
export async function findNextReview(db: Db, actor: Actor, doneItemId: string) {
	const queue = await listReviewQueue(db, actor);
	return queue.find(
		(one) =>
			one.roundId !== null && one.signedAt === null && one.assignment === 'signing' && one.id !== doneItemId
	);
}
