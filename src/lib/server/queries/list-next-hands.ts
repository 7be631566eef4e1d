import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

export interface NextHand {
	itemId: string;
	hand: 'reviewer' | 'officer';
	name: string;
	acronym: string;
}

/** Who may sign each of these entries next: reviewers who have not, and officers whose body has not. One query. */
export async function listNextHands(db: Db, itemIds: readonly string[], today: Day): Promise<NextHand[]> {
	if (itemIds.length === 0) return [];
	const reviewers = db
		.selectFrom('reviewAssignment as asked')
		.innerJoin('person', 'person.id', 'asked.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'asked.personId')
				.onRef('membership.projectId', '=', 'asked.projectId')
				.on('membership.toOn', 'is', null)
		)
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select((eb) => [
			'asked.itemId as itemId',
			eb.val('reviewer').as('hand'),
			'person.name as name',
			'organisation.acronym as acronym'
		])
		.where('asked.itemId', 'in', itemIds)
		.where('asked.endedAt', 'is', null)
		.where('asked.kind', '=', 'signing')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('reviewRound as round')
						.innerJoin('signature', 'signature.roundId', 'round.id')
						.select('signature.id')
						.whereRef('round.itemId', '=', 'asked.itemId')
						.where('round.closedAt', 'is', null)
						.whereRef('signature.personId', '=', 'asked.personId')
				)
			)
		);
	const officers = db
		.selectFrom('item')
		.innerJoin('awardingOfficer as office', 'office.projectId', 'item.projectId')
		.innerJoin('person', 'person.id', 'office.personId')
		.innerJoin('organisation', 'organisation.id', 'office.organisationId')
		.select((eb) => [
			'item.id as itemId',
			eb.val('officer').as('hand'),
			'person.name as name',
			'organisation.acronym as acronym'
		])
		.where('item.id', 'in', itemIds)
		.where('office.fromOn', '<=', today)
		.where((eb) => eb.or([eb('office.toOn', 'is', null), eb('office.toOn', '>=', today)]))
		.where((eb) =>
			eb.or([
				eb('office.organisationId', '=', eb.ref('item.leadOrganisationId')),
				eb.exists(
					eb
						.selectFrom('entryBody')
						.select('entryBody.itemId')
						.whereRef('entryBody.itemId', '=', 'item.id')
						.whereRef('entryBody.organisationId', '=', 'office.organisationId')
						.where('entryBody.removedAt', 'is', null)
				)
			])
		)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('institutionApproval as given')
						.select('given.id')
						.whereRef('given.itemId', '=', 'item.id')
						.whereRef('given.organisationId', '=', 'office.organisationId')
						.whereRef('given.recordedAt', '>=', 'item.stateSinceAt')
				)
			)
		);
	const rows = await reviewers.unionAll(officers).orderBy('itemId').orderBy('name').execute();
	return rows.map(({ hand, ...row }) => ({ ...row, hand: hand === 'officer' ? 'officer' : 'reviewer' }));
}
