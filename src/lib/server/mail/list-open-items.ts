import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import { itemPath, reviewPath } from '#lib/domain/item-path.ts';
import type { OpenItem, OpenReview } from '#lib/domain/mail/occasions.ts';
import { answerUntil } from '#lib/domain/meetings/action-facts.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { holderOf } from '#lib/server/queries/holder-of.ts';
import { factsOf, selectActions } from '#lib/server/queries/find-action-facts.ts';
import { listedAction } from '#lib/server/queries/list-actions.ts';
import { readItemParts } from '#lib/server/queries/list-items.ts';

/** Deliverables and milestones that lie with somebody. Two queries. */
export async function listOpenPlan(db: Db, projectId: string): Promise<OpenItem[]> {
	return (await readItemParts(db, projectId)).flatMap((parts) => {
		const holder = holderOf(parts);
		if (holder === null) return [];
		const { id, kind, code, title, agreedOn, contractualOn } = parts.row;
		const path = itemPath(parts.row);
		return [{ id, kind, code, title, path, dueOn: agreedOn ?? contractualOn, holder }];
	});
}

const NOBODY = {
	personId: '',
	name: '',
	organisationId: '',
	organisationAcronym: '',
	country: '',
	grants: []
};

/** Actions that lie with somebody, and since when they count as accepted by silence. One query. */
export async function listOpenActions(
	db: Db,
	projectId: string,
	{ plan, today, timeZone }: { plan: QualityPlan; today: Day; timeZone: string }
): Promise<OpenItem[]> {
	const rows = await selectActions(db, projectId).orderBy('item.position').execute();
	return rows.flatMap((row) => {
		const action = listedAction(row, { ...NOBODY, projectId }, { plan, today, timeZone });
		if (action.holder === null) return [];
		const { id, code, title, dueOn, holder, isAcceptedBySilence } = action;
		const opened = dayIn('UTC', new Date(row.stateSinceAt));
		const silentSince = isAcceptedBySilence ? answerUntil(opened, row.leadCountry, plan) : null;
		const { chairId } = factsOf(row);
		const path = itemPath({ kind: 'action', code });
		return [{ id, kind: 'action', code, title, path, dueOn, holder, silentSince, chairId }];
	});
}

/** Reviews of any kind that run, with each who was asked to sign and has not. One query. */
export async function listOpenReviews(db: Db, projectId: string): Promise<OpenReview[]> {
	const rows = await db
		.selectFrom('reviewRound as round')
		.innerJoin('item', 'item.id', 'round.itemId')
		.innerJoin('reviewAssignment as asked', 'asked.itemId', 'item.id')
		.select(['round.id as roundId', 'round.dueOn', 'asked.personId'])
		.select(['item.id', 'item.kind', 'item.code', 'item.title'])
		.where('round.projectId', '=', projectId)
		.where('round.closedAt', 'is', null)
		.where('asked.endedAt', 'is', null)
		.where('asked.kind', '=', 'signing')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('signature')
						.select('signature.id')
						.whereRef('signature.roundId', '=', 'round.id')
						.whereRef('signature.personId', '=', 'asked.personId')
				)
			)
		)
		.orderBy('round.id')
		.orderBy('asked.personId')
		.execute();
	return rows.flatMap(({ dueOn, ...row }) =>
		dueOn === null ? [] : [{ ...row, dueOn, path: reviewPath(row) }]
	);
}
