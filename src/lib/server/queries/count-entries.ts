import type { Db } from '#db/schema.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { entriesAt } from './entries-at.ts';
import { fitsMatrix } from './fits-matrix.ts';
import type { RegisterMoment } from './open-cells.ts';

/** Entries by owner, theme and state: how many there are, and how many of them fit a filter. One query. */
function countEntries(db: Db, projectId: string, filter: MatrixFilter, moment: RegisterMoment) {
	return db
		.selectFrom(entriesAt(db, projectId, moment).as('e'))
		.leftJoin('theme', (join) =>
			join.onRef('theme.code', '=', 'e.theme').on('theme.projectId', '=', projectId)
		)
		.select((eb) => [
			'e.ownerId',
			'e.ownerCode',
			'e.ownerAcronym',
			'e.ownerPosition',
			'e.country',
			'e.theme',
			'theme.title as themeTitle',
			'theme.position as themePosition',
			'e.state',
			eb.fn.countAll<number>().as('total'),
			eb.fn
				.sum<number>(
					eb
						.case()
						.when(fitsMatrix(db, filter, moment)(eb))
						.then(1)
						.else(0)
						.end()
				)
				.as('found')
		])
		.groupBy(['e.ownerId', 'e.ownerCode', 'e.ownerAcronym', 'e.ownerPosition', 'e.country'])
		.groupBy(['e.theme', 'theme.title', 'theme.position', 'e.state'])
		.orderBy('e.ownerPosition')
		.orderBy('e.ownerCode')
		.orderBy('theme.position')
		.orderBy('e.theme')
		.orderBy('e.state')
		.execute();
}

export const countEntriesOnce = kept(countEntries);
