import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Db, Schema } from '#db/schema.ts';
import { formsInAnyScript } from '#lib/domain/latin.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import type { EntryAt } from './entries-at.ts';
import { openGaps, type RegisterMoment } from './open-cells.ts';

type Scope = Schema & { e: EntryAt };
type Condition = ExpressionWrapper<Scope, 'e', SqlBool>;

/** Which entries, as `e`, a filter lets through: one condition for counts, totals and rows alike. */
export function fitsMatrix(db: Db, filter: MatrixFilter, moment: RegisterMoment) {
	return (eb: ExpressionBuilder<Scope, 'e'>): Condition => {
		const conditions: Condition[] = [];
		for (const forms of formsInAnyScript(filter.q))
			conditions.push(eb.or(forms.map((form) => eb('e.search', 'like', `%${form}%`))));
		if (filter.country !== null) conditions.push(eb('e.country', '=', filter.country));
		if (filter.theme !== null) conditions.push(eb('e.theme', '=', filter.theme));
		if (filter.state !== null) conditions.push(eb('e.state', '=', filter.state));
		if (filter.organisation !== null) conditions.push(awards(db, eb, filter.organisation));
		if (filter.element !== null || filter.standing !== null) {
			const open = openGaps(db, moment)
				.whereRef('entryGap.itemId', '=', eb.ref('e.id'))
				.$if(filter.element !== null, (gaps) => gaps.where('entryGap.element', '=', filter.element ?? ''))
				.$if(filter.standing === 'missing' || filter.standing === 'weak', (gaps) =>
					gaps.where('entryGap.standing', '=', filter.standing === 'weak' ? 'weak' : 'missing')
				)
				.select('entryGap.id');
			conditions.push(filter.standing === 'complete' ? eb.not(eb.exists(open)) : eb.or([eb.exists(open)]));
		}
		return eb.and(conditions);
	};
}

/** Owns it, or awards it beside the owner. */
function awards(db: Db, eb: ExpressionBuilder<Scope, 'e'>, code: string): Condition {
	const further = db
		.selectFrom('entryBody')
		.innerJoin('organisation as body', 'body.id', 'entryBody.organisationId')
		.whereRef('entryBody.itemId', '=', eb.ref('e.id'))
		.where('entryBody.removedAt', 'is', null)
		.where((body) => body.or([body('body.code', '=', code), body('body.id', '=', code)]))
		.select('body.id');
	return eb.or([eb('e.ownerCode', '=', code), eb('e.ownerId', '=', code), eb.exists(further)]);
}
