import type { Db } from '#db/schema.ts';
import { conflictOf } from './conflict-of.ts';

/** Rounds and claims that run now, a row for each signature given in them, with the unanswered blocking comments. */
export async function listOpenRounds(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('reviewRound')
		.leftJoin('signature', 'signature.roundId', 'reviewRound.id')
		.leftJoin('organisation', 'organisation.id', 'signature.organisationId')
		.select((eb) => [
			'reviewRound.id',
			'reviewRound.itemId',
			'reviewRound.number',
			'reviewRound.versionId',
			'reviewRound.quorum',
			'reviewRound.abroad',
			'reviewRound.coversSha256',
			'reviewRound.openedAt',
			'reviewRound.dueOn',
			'signature.personId',
			'signature.personName',
			'signature.organisationId',
			'signature.organisationAcronym',
			'organisation.country',
			'signature.meaning',
			'signature.coversSha256 as signedSha256',
			'signature.signedAt',
			conflictOf('signature').as('conflict'),
			eb
				.selectFrom('reviewComment')
				.whereRef('reviewComment.roundId', '=', 'reviewRound.id')
				.where('reviewComment.blocking', '=', 1)
				.where('reviewComment.withdrawnAt', 'is', null)
				.where('reviewComment.answeredAt', 'is', null)
				.select((comments) => comments.fn.countAll<number>().as('count'))
				.as('openBlockers')
		])
		.where('reviewRound.projectId', '=', projectId)
		.where('reviewRound.closedAt', 'is', null)
		.orderBy('reviewRound.id')
		.orderBy('signature.signedAt')
		.execute();
	return Map.groupBy(rows, (row) => row.itemId);
}
