import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { MatrixFilter, MatrixGroup } from '#lib/domain/catalogue/matrix-filter.ts';
import type { CountedGaps } from '#lib/domain/catalogue/matrix.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept } from '#lib/server/kept-answers.ts';
import type { RegisterMoment } from './open-cells.ts';
import { DEBTOR, DEBTOR_ACRONYM, DUE, owedCells } from './owed-cells.ts';

/** The column of an entry that names its group. */
const GROUP_COLUMN = {
	country: 'e.country',
	partner: 'e.ownerCode',
	theme: 'e.theme',
	state: 'e.state',
	none: 'e.none'
} as const satisfies Record<MatrixGroup, string>;

/**
 * Open cells of the entries that fit, counted by group, element, standing and who owes them, with how many are late on
 * that day and the next day due. One query, whatever their number.
 */
async function countGaps(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	moment: RegisterMoment,
	today: Day
): Promise<CountedGaps[]> {
	const group = sql.ref<string | null>(GROUP_COLUMN[filter.group]);
	const rows = await owedCells(db, projectId, filter, moment)
		.select((eb) => [
			group.as('group'),
			DEBTOR.as('debtor'),
			DEBTOR_ACRONYM.as('acronym'),
			'cell.element',
			'cell.standing',
			eb.fn.countAll<number>().as('count'),
			sql<number>`sum(case when ${DUE} < ${today} then 1 else 0 end)`.as('late'),
			sql<Day | null>`min(case when ${DUE} >= ${today} then ${DUE} end)`.as('nextOn')
		])
		.groupBy([group, DEBTOR, DEBTOR_ACRONYM, 'cell.element', 'cell.standing'])
		.orderBy('cell.element')
		.orderBy('cell.standing')
		.execute();
	return rows.flatMap(({ group, element, ...row }) =>
		isElement(element) ? [{ ...row, group: group ?? '', element }] : []
	);
}

export const countGapsOnce = kept(countGaps);
