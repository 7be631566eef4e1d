import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isAfterApproval } from '#lib/domain/catalogue/entry-approval.ts';
import { GONE } from '#lib/domain/catalogue/gaps.ts';
import type { Day } from '#lib/domain/days.ts';

interface Whose {
	/** Of the awarding body; null: of all. */
	country: string | null;
	/** Its id or code; null: all. */
	organisation: string | null;
}

/** Approvals that carried an entry and are no longer valid, the one that lapsed first before all. One query. */
export async function listLapsedApprovals(
	db: Db,
	projectId: string,
	whose: Whose,
	context: { algorithm: Algorithm; today: Day }
) {
	const rows = await selectLapsedApprovals(db, projectId, whose, context)
		.orderBy('lapsedOn')
		.orderBy('item.code')
		.orderBy('body.code')
		.execute();
	return rows
		.filter(({ state }) => isAfterApproval(context.algorithm, state))
		.flatMap(({ lapsedOn, state: _, ...row }) => (lapsedOn === null ? [] : [{ ...row, lapsedOn }]));
}

/** The same as a part of a query, also of entries that went back before the approval. */
export function selectLapsedApprovals(
	db: Db,
	projectId: string,
	{ country, organisation }: Whose,
	{ algorithm, today }: { algorithm: Algorithm; today: Day }
) {
	const officers = algorithm.steps.findIndex((one) => one.actor === 'officer');
	const before = algorithm.steps[officers - 1]?.state ?? '';
	// What was approved before the entry last came to the officers was of another passage.
	const since = sql<string>`coalesce((
		select max(step.entered_at) from entry_step as step
		where step.item_id = item.id and step.state = ${before} and step.how <> 'resumed'), '')`;
	return (
		db
			.selectFrom('institutionApproval as approval')
			.innerJoin('item', 'item.id', 'approval.itemId')
			.innerJoin('organisation as body', 'body.id', 'approval.organisationId')
			.select(['item.code', 'item.title', 'item.origin', 'item.state', 'body.acronym', 'body.code as debtor'])
			.select((eb) => eb.fn.max('approval.validUntilOn').as('lapsedOn'))
			.where('item.projectId', '=', projectId)
			.where('item.state', 'not in', GONE)
			.where(sql<boolean>`approval.recorded_at >= ${since}`)
			.where((eb) =>
				eb.or([
					eb('body.id', '=', eb.ref('item.leadOrganisationId')),
					eb.exists(
						eb
							.selectFrom('entryBody')
							.select('entryBody.addedAt')
							.whereRef('entryBody.itemId', '=', 'item.id')
							.whereRef('entryBody.organisationId', '=', 'body.id')
							.where('entryBody.removedAt', 'is', null)
					)
				])
			)
			.$if(country !== null, (query) => query.where('body.country', '=', country ?? ''))
			.$if(organisation !== null, (query) =>
				query.where((eb) =>
					eb.or([eb('body.id', '=', organisation ?? ''), eb('body.code', '=', organisation ?? '')])
				)
			)
			.groupBy(['item.id', 'item.code', 'item.title', 'item.origin', 'item.state'])
			.groupBy(['body.id', 'body.acronym', 'body.code'])
			// One without an end, or whose end is still to come, carries the entry on.
			.having((eb) => eb.fn.max(sql<string>`coalesce(approval.valid_until_on, '9999-12-31')`), '<', today)
	);
}
