import type { Db } from '#db/schema.ts';
import type { DateKind } from '#lib/domain/date-moves.ts';
import type { Day } from '#lib/domain/days.ts';
import { newId } from '#lib/server/ids.ts';

export interface DateMoveInput {
	projectId: string;
	itemId: string;
	dateKind: DateKind;
	fromOn: Day | null;
	toOn: Day;
	reasonCode: string;
	reasonText: string;
	reference: string | null;
	/** Null for what an import brought. */
	movedBy: string | null;
}

/** Adds a move to the slip ledger, where nothing is ever changed or removed. Returns the id of its line. */
export async function insertDateMove(db: Db, move: DateMoveInput, now: Date): Promise<string> {
	const id = newId();
	await db
		.insertInto('dateMove')
		.values({ id, ...move, movedAt: now.toISOString() })
		.execute();
	return id;
}
