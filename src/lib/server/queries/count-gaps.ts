import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { MatrixFilter, MatrixGroup } from '#lib/domain/catalogue/matrix-filter.ts';
import type { CountedGaps } from '#lib/domain/catalogue/matrix.ts';
import type { Day } from '#lib/domain/days.ts';
import { dutiesAt } from './duties-at.ts';
import { entriesAt } from './entries-at.ts';
import { fitsMatrix } from './fits-matrix.ts';
import { openCells, type RegisterMoment } from './open-cells.ts';

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
export async function countGaps(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	moment: RegisterMoment,
	today: Day
): Promise<CountedGaps[]> {
	const group = sql.ref<string | null>(GROUP_COLUMN[filter.group]);
	const due = sql<Day | null>`coalesce(duty.due_on, e.agreed_on, e.target_on)`;
	const rows = await db
		.selectFrom(
			entriesAt(db, projectId, moment.at)
				.select(sql<string>`''`.as('none'))
				.as('e')
		)
		.where(fitsMatrix(db, filter, moment))
		.innerJoin(openCells(db, moment).as('cell'), 'cell.itemId', 'e.id')
		.leftJoin(dutiesAt(db, projectId, moment.at).as('duty'), (join) =>
			join.onRef('duty.itemId', '=', 'e.id').onRef('duty.element', '=', 'cell.element')
		)
		.select((eb) => [
			group.as('group'),
			eb.fn.coalesce('duty.organisationCode', 'e.ownerCode').as('debtor'),
			eb.fn.coalesce('duty.organisationAcronym', 'e.ownerAcronym').as('acronym'),
			'cell.element',
			'cell.standing',
			eb.fn.countAll<number>().as('count'),
			sql<number>`sum(case when ${due} < ${today} then 1 else 0 end)`.as('late'),
			sql<Day | null>`min(case when ${due} >= ${today} then ${due} end)`.as('nextOn')
		])
		.groupBy((eb) => [
			group,
			eb.fn.coalesce('duty.organisationCode', 'e.ownerCode'),
			eb.fn.coalesce('duty.organisationAcronym', 'e.ownerAcronym'),
			'cell.element' as const,
			'cell.standing' as const
		])
		.orderBy('cell.element')
		.orderBy('cell.standing')
		.execute();
	return rows.flatMap(({ group, element, ...row }) =>
		isElement(element) ? [{ ...row, group: group ?? '', element }] : []
	);
}
