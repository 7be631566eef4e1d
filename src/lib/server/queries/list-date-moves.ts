import type { Db } from '#db/schema.ts';
import type { LedgerMove } from '#lib/domain/date-moves.ts';
import { dayIn } from '#lib/domain/days.ts';

/** The slip ledger of an item, the newest move first. */
export async function listDateMoves(
	db: Db,
	projectId: string,
	itemId: string,
	timeZone: string
): Promise<LedgerMove[]> {
	const moves = await db
		.selectFrom('dateMove')
		.leftJoin('person', 'person.id', 'dateMove.movedBy')
		.select([
			'dateMove.id',
			'dateMove.dateKind',
			'dateMove.fromOn',
			'dateMove.toOn',
			'dateMove.reasonCode',
			'dateMove.reasonText',
			'dateMove.reference',
			'dateMove.movedAt',
			'person.name as movedByName'
		])
		.where('dateMove.projectId', '=', projectId)
		.where('dateMove.itemId', '=', itemId)
		.orderBy('dateMove.movedAt', 'desc')
		.orderBy('dateMove.id', 'desc')
		.execute();
	return moves.map((move) => ({ ...move, movedOn: dayIn(timeZone, new Date(move.movedAt)) }));
}
