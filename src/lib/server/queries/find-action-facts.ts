import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	actionSubject,
	countingState,
	ownerSubject,
	type ActionFacts
} from '#lib/domain/meetings/action-facts.ts';
import type { HeldAction } from '#lib/domain/meetings/action-holder.ts';
import { isActionState, type ActionState } from '#lib/domain/meetings/actions.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { memberOf } from './member-of.ts';

/** Actions of a project with what permissions, rules and the holder ask of them. */
export function selectActions(db: Db, projectId: string) {
	return db
		.selectFrom('item')
		.innerJoin('action', 'action.itemId', 'item.id')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.leftJoin('person as owner', 'owner.id', 'action.ownerId')
		.leftJoin('meeting', 'meeting.id', 'action.meetingId')
		.leftJoin('person as chair', 'chair.id', 'meeting.chairId')
		.leftJoin('decision', 'decision.id', 'action.decisionId')
		.leftJoin('person as blocker', 'blocker.id', 'action.blockedByPersonId')
		.leftJoin('item as blocking', 'blocking.id', 'action.blockedByItemId')
		.leftJoin('organisation as blockingLead', (join) =>
			join.on((eb) =>
				eb(
					'blockingLead.id',
					'=',
					eb.fn.coalesce('blocking.leadOrganisationId', 'action.blockedByOrganisationId')
				)
			)
		)
		.select((eb) => [
			'item.id',
			'item.code',
			'item.position',
			'item.title',
			'item.search',
			'item.state',
			'item.stateSinceAt',
			'item.agreedOn',
			'item.forecastOn',
			'item.origin',
			'item.version',
			'item.createdAt',
			'item.workPackageId',
			'item.leadOrganisationId',
			'lead.acronym as leadAcronym',
			'lead.country as leadCountry',
			'action.ownerId',
			'owner.name as ownerName',
			'action.originKind',
			'action.meetingId',
			'action.decisionId',
			'decision.code as decisionCode',
			'action.doneBy',
			'action.doneAt',
			'action.blockedByPersonId',
			'blocker.name as blockerName',
			'blocking.kind as blockingKind',
			'blocking.code as blockingCode',
			'blockingLead.id as blockingOrganisationId',
			'blockingLead.acronym as blockingAcronym',
			'chair.name as chairName',
			'meeting.chairId',
			'meeting.slug as meetingSlug',
			'meeting.title as meetingTitle',
			'meeting.country as meetingCountry',
			'meeting.seriesId',
			memberOf('action.ownerId', 'item.projectId').as('presentOwnerId'),
			memberOf('meeting.chairId', 'item.projectId').as('presentChairId'),
			memberOf('action.blockedByPersonId', 'item.projectId').as('presentBlockerId'),
			eb
				.selectFrom('meetingWorkPackage')
				.whereRef('meetingWorkPackage.meetingId', '=', 'action.meetingId')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('meetingPackages'),
			eb
				.selectFrom('dateMove')
				.whereRef('dateMove.itemId', '=', 'item.id')
				.where('dateMove.dateKind', '=', 'agreed')
				.select((moves) => moves.fn.countAll<number>().as('count'))
				.as('agreedMoves'),
			eb
				.selectFrom('roleGrant')
				.whereRef('roleGrant.personId', '=', 'action.ownerId')
				.whereRef('roleGrant.projectId', '=', 'item.projectId')
				.where('roleGrant.role', '=', 'qa-lead')
				.where('roleGrant.confirmedAt', 'is not', null)
				.where('roleGrant.revokedAt', 'is', null)
				.select((grants) => grants.fn.countAll<number>().as('count'))
				.as('qaLeadGrants')
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'action');
}

export type ActionRow = Awaited<ReturnType<ReturnType<typeof selectActions>['execute']>>[number];

/** A row as the rules of actions see it. */
export function factsOf(row: ActionRow): ActionFacts {
	if (!isActionState(row.state)) throw new Error(`${row.code} is in no state of an action: ${row.state}`);
	return { ...row, state: row.state, meetingWorkPackageIds: row.meetingPackages?.split(',') ?? [] };
}

/** What its holder follows from: who has left the project holds nothing. */
export function heldAction(row: ActionRow, counting: ActionState): HeldAction {
	return {
		...factsOf(row),
		counting,
		ownerId: row.presentOwnerId,
		chairId: row.presentChairId,
		blockedByPersonId: row.presentBlockerId,
		ownerIsQaLead: Number(row.qaLeadGrants ?? 0) > 0,
		blockingOrganisationId: row.blockingOrganisationId
	};
}

/** One action with the state that counts today and who may do what with it; undefined: no such action. */
export async function findActionFacts(
	db: Db,
	projectId: string,
	key: { id: string } | { code: string },
	{ plan, today }: { plan: QualityPlan; today: Day }
) {
	const row = await selectActions(db, projectId)
		.where((eb) => ('id' in key ? eb('item.id', '=', key.id) : eb('item.code', '=', key.code)))
		.executeTakeFirst();
	if (!row) return undefined;
	const facts = factsOf(row);
	return {
		row,
		facts,
		item: { id: row.id, kind: 'action' as const, code: row.code, state: row.state, version: row.version },
		counting: countingState(facts, today, plan),
		subject: actionSubject(facts),
		ownerSubject: ownerSubject(facts)
	};
}

export type FoundAction = NonNullable<Awaited<ReturnType<typeof findActionFacts>>>;
