import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import { dutiesAt } from './duties-at.ts';
import { entriesAt } from './entries-at.ts';
import { fitsMatrix } from './fits-matrix.ts';
import { openCells, type RegisterMoment } from './open-cells.ts';

/** Until when a cell is to be closed: the day of its duty, else that of the entry or of the target it serves. */
export const DUE = sql<Day | null>`coalesce(duty.due_on, e.ready_on)`;
/** The organisation that owes it: that of the duty's person, else the owner. */
export const DEBTOR = sql<string>`coalesce(duty.organisation_code, e.owner_code)`;
export const DEBTOR_ACRONYM = sql<string>`coalesce(duty.organisation_acronym, e.owner_acronym)`;

/** Open cells, as `cell`, of the entries that fit, as `e`, each with the duty that stands for it; on hold owes nothing. */
export function owedCells(db: Db, projectId: string, filter: MatrixFilter, moment: RegisterMoment) {
	// Materialised, so that the day of each entry is looked up once and not for each of its cells.
	return db
		.with(
			(cte) => cte('e').materialized(),
			() => entriesAt(db, projectId, moment).select(sql<string>`''`.as('none'))
		)
		.selectFrom('e')
		.where(fitsMatrix(db, filter, moment))
		.where('e.state', '!=', 'on-hold')
		.innerJoin(openCells(db, moment).as('cell'), 'cell.itemId', 'e.id')
		.leftJoin(dutiesAt(db, projectId, moment.at).as('duty'), (join) =>
			join.onRef('duty.itemId', '=', 'e.id').onRef('duty.element', '=', 'cell.element')
		);
}
