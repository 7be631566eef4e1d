import type { Db } from '#db/schema.ts';
import type { Version } from '#lib/domain/deliverables.ts';
import { listSignatures } from './list-signatures.ts';

/** Rounds, signatures and comments of an item, oldest first. */
export async function listReviewRecords(db: Db, itemId: string) {
	return { signatures: await listSignatures(db, itemId), ...(await listRounds(db, itemId)) };
}

export type ReviewRecords = Awaited<ReturnType<typeof listReviewRecords>>;

/** The rounds of an item, the versions they were opened on, and what was said in them, oldest first. One query. */
export async function listRounds(db: Db, itemId: string) {
	const rows = await selectRounds(db, itemId).execute();
	const firsts = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([row]) => (row ? [row] : []));
	return {
		rounds: firsts.map(roundOf),
		frozen: firsts.flatMap(versionOf),
		comments: rows.flatMap(commentOf)
	};
}

/** Rounds with what was said in them: a row for each comment, one for a round without. */
function selectRounds(db: Db, itemId: string) {
	return db
		.selectFrom('reviewRound')
		.leftJoin('itemVersion', 'itemVersion.id', 'reviewRound.versionId')
		.leftJoin('checklistVersion', 'checklistVersion.id', 'reviewRound.checklistVersionId')
		.leftJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.leftJoin('reviewComment', 'reviewComment.roundId', 'reviewRound.id')
		.leftJoin('person', 'person.id', 'reviewComment.authorId')
		.leftJoin('organisation', 'organisation.id', 'reviewComment.organisationId')
		.leftJoin('person as answerer', 'answerer.id', 'reviewComment.answeredBy')
		.select([
			'reviewRound.id',
			'reviewRound.number',
			'reviewRound.versionId',
			'reviewRound.checklistVersionId',
			'reviewRound.quorum',
			'reviewRound.abroad',
			'reviewRound.covers',
			'reviewRound.coversSha256',
			'reviewRound.note',
			'reviewRound.openedAt',
			'reviewRound.dueOn',
			'reviewRound.closedAt',
			'reviewRound.outcome',
			'reviewRound.outcomeReason',
			'itemVersion.line',
			'itemVersion.number as versionNumber',
			'itemVersion.frozenAt',
			'itemVersion.digest',
			'checklist.code as checklistCode',
			'checklistVersion.number as checklistNumber',
			'checklistVersion.sha256 as checklistSha256',
			'reviewComment.id as commentId',
			'reviewComment.authorId',
			'person.name as author',
			'organisation.acronym as organisation',
			'reviewComment.blocking',
			'reviewComment.text',
			'reviewComment.checklistItemId',
			'reviewComment.createdAt',
			'reviewComment.withdrawnAt',
			'reviewComment.answer',
			'reviewComment.answeredAt',
			'answerer.name as answeredBy'
		])
		.where('reviewRound.itemId', '=', itemId)
		.orderBy('reviewRound.number')
		.orderBy('reviewComment.createdAt', (order) => order.asc().nullsLast())
		.orderBy('reviewComment.id', (order) => order.asc().nullsLast());
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number];

function roundOf(row: Row) {
	const { id, number, versionId, checklistVersionId, quorum, abroad, covers, coversSha256, note } = row;
	const { openedAt, dueOn, closedAt, outcome, outcomeReason } = row;
	const { checklistCode, checklistNumber, checklistSha256 } = row;
	return {
		...{ id, number, versionId, checklistVersionId, quorum, abroad, covers, coversSha256, note },
		...{ openedAt, dueOn, closedAt, outcome, outcomeReason },
		...{ checklistCode, checklistNumber, checklistSha256 }
	};
}

/** The content as it was frozen for a round; files belong to versions of other kinds of items. */
function versionOf({ versionId: id, line, versionNumber: number, frozenAt, digest }: Row): Version[] {
	return id === null || line === null || number === null
		? []
		: [{ id, line, number, frozenAt, digest, files: [] }];
}

/** None for a round without comments. */
function commentOf(row: Row) {
	const { commentId: id, id: roundId, authorId, author, organisation, blocking, text, createdAt } = row;
	const { checklistItemId, withdrawnAt, answer, answeredAt, answeredBy } = row;
	if (
		id === null ||
		authorId === null ||
		author === null ||
		organisation === null ||
		blocking === null ||
		text === null ||
		createdAt === null
	)
		return [];
	const said = { id, roundId, authorId, author, organisation, blocking, text, createdAt };
	return [{ ...said, checklistItemId, withdrawnAt, answer, answeredAt, answeredBy }];
}
