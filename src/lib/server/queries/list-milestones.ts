import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import { fold } from '#lib/domain/fold.ts';
import { PUBLIC_MILESTONE_STATES } from '#lib/domain/milestones.ts';
import type { Actor } from '#lib/domain/roles.ts';

export interface MilestoneFilter {
	search: string;
	workPackage: string;
	/** Code of the lead organisation. */
	lead: string;
	country: string;
	state: string;
}

/** Milestones the actor may see, with what their holder and lateness follow from. */
export async function listMilestones(db: Db, actor: Actor, filter: MilestoneFilter) {
	let query = db
		.selectFrom('item')
		.innerJoin('milestone', 'milestone.itemId', 'item.id')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.leftJoin('organisation as wpLead', 'wpLead.id', 'workPackage.leadOrganisationId')
		.where('item.projectId', '=', actor.projectId)
		.where('item.kind', '=', 'milestone');
	if (!mayAlways(actor, 'milestone:read')) query = query.where('item.state', 'in', PUBLIC_MILESTONE_STATES);
	if (filter.state !== '') query = query.where('item.state', '=', filter.state);
	if (filter.lead !== '') query = query.where('lead.code', '=', filter.lead);
	if (filter.country !== '') query = query.where('lead.country', '=', filter.country);
	if (filter.workPackage !== '')
		query = query.where((eb) =>
			eb.or([
				eb('workPackage.number', '=', Number(filter.workPackage)),
				eb.exists(
					eb
						.selectFrom('itemWorkPackage')
						.innerJoin('workPackage as further', 'further.id', 'itemWorkPackage.workPackageId')
						.select('further.id')
						.whereRef('itemWorkPackage.itemId', '=', 'item.id')
						.where('further.number', '=', Number(filter.workPackage))
				)
			])
		);
	const words = fold(filter.search).replaceAll(/[%_]/g, '').split(' ');
	for (const word of words) if (word !== '') query = query.where('item.search', 'like', `%${word}%`);

	const rows = await query
		.select([
			'item.id',
			'item.code',
			'item.title',
			'item.position',
			'item.state',
			'item.stateSinceAt',
			'item.contractualOn',
			'item.agreedOn',
			'item.forecastOn',
			'item.leadOrganisationId',
			'item.origin',
			'milestone.achievedOn',
			'milestone.paymentRelevant',
			'milestone.goNoGo',
			'workPackage.number as workPackage',
			'workPackage.leadOrganisationId as wpLeadId',
			'wpLead.acronym as wpLeadAcronym',
			'lead.acronym as leadAcronym',
			'lead.country as leadCountry'
		])
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	const verifiers = await listVerifiersInHand(db, actor.projectId);
	return rows.map((row) => ({
		...row,
		kind: 'milestone' as const,
		verifiers: verifiers.filter(({ itemId }) => itemId === row.id)
	}));
}

/** Who is asked to verify now, and whether they have signed the open claim. */
function listVerifiersInHand(db: Db, projectId: string) {
	return db
		.selectFrom('reviewAssignment')
		.innerJoin('item', 'item.id', 'reviewAssignment.itemId')
		.innerJoin('person', 'person.id', 'reviewAssignment.personId')
		.leftJoin('reviewRound', (join) =>
			join.onRef('reviewRound.itemId', '=', 'item.id').on('reviewRound.closedAt', 'is', null)
		)
		.leftJoin('signature', (join) =>
			join
				.onRef('signature.roundId', '=', 'reviewRound.id')
				.onRef('signature.personId', '=', 'person.id')
				.on('signature.meaning', '=', 'verified')
		)
		.select(['item.id as itemId', 'person.id as personId', 'person.name', 'signature.id as signatureId'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'milestone')
		.where('item.state', '=', 'verifying')
		.where('reviewAssignment.endedAt', 'is', null)
		.where('reviewAssignment.kind', '=', 'signing')
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}

/** For each milestone: how many means of verification it has, and how many have evidence that stands. */
export async function countProvenMeans(db: Db, projectId: string, itemIds: readonly string[]) {
	if (itemIds.length === 0) return [];
	return db
		.selectFrom('meansOfVerification as means')
		.leftJoin(
			(eb) =>
				eb
					.selectFrom('evidenceUse')
					.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
					.select('evidenceUse.meansId')
					.distinct()
					.where('evidenceUse.projectId', '=', projectId)
					.where('evidenceUse.removedAt', 'is', null)
					.where('evidence.withdrawnAt', 'is', null)
					.as('proven'),
			(join) => join.onRef('proven.meansId', '=', 'means.id')
		)
		.select(['means.itemId'])
		.select((eb) => [
			eb.fn.count<number>('means.id').as('means'),
			eb.fn.count<number>('proven.meansId').as('proven')
		])
		.where('means.itemId', 'in', [...itemIds])
		.groupBy('means.itemId')
		.orderBy('means.itemId')
		.execute();
}
