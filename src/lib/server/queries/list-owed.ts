import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import type { OwedCell } from '#lib/domain/catalogue/owed.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept } from '#lib/server/kept-answers.ts';
import type { RegisterMoment } from './open-cells.ts';
import { DEBTOR, DEBTOR_ACRONYM, DUE, owedCells } from './owed-cells.ts';

interface Asked {
	filter: MatrixFilter;
	/** Only what this organisation owes, by its code or its id. */
	debtor: string | null;
	/** Only what was due before this day. */
	lateOn: Day | null;
	/** `due`: what was due longest first · `holder`: organisation by organisation and person by person. */
	order: 'due' | 'holder';
	page: number;
	size: number;
}

/** The cells that are owed, a page of them, and how many there are in all. One query. */
async function listOwed(
	db: Db,
	projectId: string,
	asked: Asked,
	moment: RegisterMoment
): Promise<{ cells: OwedCell[]; total: number }> {
	const person = sql<string | null>`coalesce(duty.person_name, author.name)`;
	let owed = owedCells(db, projectId, asked.filter, moment)
		.leftJoin('person as author', 'author.id', 'e.authorId')
		.select(['e.code', 'e.title', 'e.origin', 'cell.element', 'cell.standing', 'cell.openedAt', 'duty.note'])
		.select([DUE.as('dueOn'), DEBTOR.as('debtor'), DEBTOR_ACRONYM.as('acronym'), person.as('person')])
		.select(sql<number>`count(*) over ()`.as('total'));
	const { debtor, lateOn } = asked;
	if (debtor !== null) {
		const id = sql<string>`coalesce(duty.organisation_id, e.owner_id)`;
		owed = owed.where((eb) => eb.or([eb(DEBTOR, '=', debtor), eb(id, '=', debtor)]));
	}
	if (lateOn !== null) owed = owed.where(DUE, '<', lateOn);
	if (asked.order === 'holder')
		owed = owed.orderBy(DEBTOR_ACRONYM).orderBy(person, (order) => order.asc().nullsLast());
	const rows = await owed
		.orderBy(DUE, (order) => order.asc().nullsLast())
		.orderBy('e.position')
		.orderBy('e.code')
		.orderBy('cell.element')
		.limit(asked.size)
		.offset((asked.page - 1) * asked.size)
		.execute();
	return {
		total: rows[0]?.total ?? 0,
		cells: rows.flatMap(({ total: _, element, note, ...row }) =>
			isElement(element) ? [{ ...row, element, note: note ?? '' }] : []
		)
	};
}

export const listOwedOnce = kept(listOwed);
