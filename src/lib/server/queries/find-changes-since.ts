import { sql, type ExpressionBuilder } from 'kysely';
import type { Db, Schema } from '#db/schema.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept, type DataOf } from '#lib/server/kept-answers.ts';
import { entriesAt } from './entries-at.ts';
import { findRegister, type Register } from './find-register.ts';
import { fitsMatrix } from './fits-matrix.ts';
import { isOpenAt, type RegisterMoment } from './open-cells.ts';

interface Asked {
	filter: MatrixFilter;
	/** The register of the past day. */
	then: Register;
	today: Day;
	timeZone: string;
}

/** Which cells were closed and which were opened since a past day, by element; new criteria count too. Two queries. */
export async function findChangesSince(db: Db, data: DataOf, { filter, then, today, timeZone }: Asked) {
	const now = await findRegister(db, data.projectId, {
		today,
		timeZone,
		on: null,
		profile: filter.profile,
		dataVersion: data.dataVersion
	});
	const entries = { ...filter, element: null, standing: null, entry: null };
	return countChangesOnce(db, data, entries, then.moment, now.moment);
}

/** A cell counts among the entries as they were at the moment when it was open. */
async function countChanges(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	then: RegisterMoment,
	now: RegisterMoment
): Promise<Record<'closed' | 'opened', { element: Element; count: number }[]>> {
	const entryThen = entriesAt(db, projectId, then);
	const entryNow = entriesAt(db, projectId, now);
	const rows = await db
		// Materialised: few cells changed, and the entry of each is looked up by its id.
		.with(
			(cte) => cte('changed').materialized(),
			() => changedCells(db, then, now)
		)
		.selectFrom('changed')
		.innerJoin(entryThen.as('e'), 'e.id', 'changed.itemId')
		.where('changed.wasOpen', '=', 1)
		.where(fitsMatrix(db, filter, then))
		.select((eb) => [CLOSED.as('kind'), 'changed.element', eb.fn.countAll<number>().as('count')])
		.groupBy('changed.element')
		.unionAll((eb) =>
			eb
				.selectFrom('changed')
				.innerJoin(entryNow.as('e'), 'e.id', 'changed.itemId')
				.where('changed.wasOpen', '=', 0)
				.where(fitsMatrix(db, filter, now))
				.select((eb) => [OPENED.as('kind'), 'changed.element', eb.fn.countAll<number>().as('count')])
				.groupBy('changed.element')
		)
		.orderBy('element')
		.execute();
	const counts = (kind: string) =>
		rows.flatMap(({ element, count, ...row }) =>
			row.kind === kind && isElement(element) ? [{ element, count }] : []
		);
	return { closed: counts('closed'), opened: counts('opened') };
}

const CLOSED = sql<string>`'closed'`;
const OPENED = sql<string>`'opened'`;

/** Cells open at one moment and not at the other. */
function changedCells(db: Db, then: RegisterMoment, now: RegisterMoment) {
	const openAt = (moment: RegisterMoment) => (eb: ExpressionBuilder<Schema, 'entryGap'>) =>
		eb.fn.max(eb.case().when(isOpenAt(moment)(eb)).then(1).else(0).end());
	return db
		.selectFrom('entryGap')
		.where((eb) => eb.or([isOpenAt(then)(eb), isOpenAt(now)(eb)]))
		.groupBy(['entryGap.itemId', 'entryGap.element'])
		.select((eb) => ['entryGap.itemId', 'entryGap.element', openAt(then)(eb).as('wasOpen')])
		.having((eb) => eb(openAt(then)(eb), '<>', openAt(now)(eb)));
}

const countChangesOnce = kept(countChanges);
