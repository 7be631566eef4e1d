import type { Db } from '#db/schema.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { conflictOf } from './conflict-of.ts';
import { selectItemRows } from './list-item-rows.ts';

/**
 * Every item of the plan with the round or claim that runs, a row of that for each signature given in it, and with the
 * unanswered blocking comments. One query.
 */
export async function listItemsInReview(db: Db, projectId: string, kinds?: readonly PlanKind[]) {
	const rows = await selectJoined(db, projectId, kinds).execute();
	return [...Map.groupBy(rows.map(parted), ({ row }) => row.id).values()].flatMap((group) =>
		group.slice(0, 1).map(({ row }) => ({ row, round: group.flatMap(({ round }) => round) }))
	);
}

function selectJoined(db: Db, projectId: string, kinds?: readonly PlanKind[]) {
	return selectItemRows(db, projectId, kinds)
		.leftJoin('reviewRound as round', (join) =>
			join.onRef('round.itemId', '=', 'item.id').on('round.closedAt', 'is', null)
		)
		.leftJoin('signature', (join) =>
			join.onRef('signature.itemId', '=', 'round.itemId').onRef('signature.roundId', '=', 'round.id')
		)
		.leftJoin('organisation as signer', 'signer.id', 'signature.organisationId')
		.select(['round.id as roundId', 'round.number as roundNumber', 'round.versionId', 'round.quorum'])
		.select(['round.abroad', 'round.coversSha256', 'round.openedAt', 'round.dueOn'])
		.select(['signature.personId', 'signature.personName', 'signature.organisationId'])
		.select(['signature.organisationAcronym', 'signer.country', 'signature.meaning'])
		.select(['signature.coversSha256 as signedSha256', 'signature.signedAt'])
		.select(conflictOf('signature').as('conflict'))
		.select((eb) =>
			eb
				.selectFrom('reviewComment')
				.whereRef('reviewComment.roundId', '=', 'round.id')
				.where('reviewComment.blocking', '=', 1)
				.where('reviewComment.withdrawnAt', 'is', null)
				.where('reviewComment.answeredAt', 'is', null)
				.select((comments) => comments.fn.countAll<number>().as('count'))
				.as('openBlockers')
		)
		.orderBy('signature.signedAt', (order) => order.asc().nullsLast());
}

type Joined = Awaited<ReturnType<ReturnType<typeof selectJoined>['execute']>>[number];

/** The item of a row, and what the row says of a round; nothing where none runs. */
function parted({ roundId: id, roundNumber: number, versionId, quorum, abroad, ...rest }: Joined) {
	const { coversSha256, openedAt, dueOn, openBlockers, conflict, personId, personName, ...more } = rest;
	const { organisationId, organisationAcronym, country, meaning, signedSha256, signedAt, ...row } = more;
	if (id === null || number === null || quorum === null || abroad === null) return { row, round: [] };
	if (coversSha256 === null || openedAt === null) return { row, round: [] };
	const round = { id, number, versionId, quorum, abroad, coversSha256, openedAt, dueOn, openBlockers };
	const signer = { personId, personName, organisationId, organisationAcronym, country, conflict };
	return { row, round: [{ ...round, ...signer, meaning, signedSha256, signedAt }] };
}
