import type { Db } from '#db/schema.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept, type DataOf } from '#lib/server/kept-answers.ts';
import { entriesAt } from './entries-at.ts';
import { findRegister, type Register } from './find-register.ts';
import { fitsMatrix } from './fits-matrix.ts';
import { openCells, type RegisterMoment } from './open-cells.ts';

interface Asked {
	filter: MatrixFilter;
	/** The register of the past day. */
	then: Register;
	today: Day;
	timeZone: string;
}

/** Which cells were closed and which were opened since a past day, by element; new criteria count too. Three queries. */
export async function findChangesSince(db: Db, data: DataOf, { filter, then, today, timeZone }: Asked) {
	const now = await findRegister(db, data.projectId, { today, timeZone, on: null, profile: filter.profile });
	const entries = { ...filter, element: null, standing: null, entry: null };
	return {
		closed: await countDifferenceOnce(db, data, entries, then.moment, now.moment),
		opened: await countDifferenceOnce(db, data, entries, now.moment, then.moment)
	};
}

/** Cells open at one moment and not at the other. */
async function countDifference(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	one: RegisterMoment,
	other: RegisterMoment
): Promise<{ element: Element; count: number }[]> {
	const rows = await db
		.selectFrom(entriesAt(db, projectId, one.at).as('e'))
		.where(fitsMatrix(db, filter, one))
		.innerJoin(openCells(db, one).as('cell'), 'cell.itemId', 'e.id')
		.leftJoin(openCells(db, other).as('other'), (join) =>
			join.onRef('other.itemId', '=', 'cell.itemId').onRef('other.element', '=', 'cell.element')
		)
		.where('other.itemId', 'is', null)
		.select((eb) => ['cell.element', eb.fn.countAll<number>().as('count')])
		.groupBy('cell.element')
		.orderBy('cell.element')
		.execute();
	return rows.flatMap(({ element, count }) => (isElement(element) ? [{ element, count }] : []));
}

const countDifferenceOnce = kept(countDifference);
