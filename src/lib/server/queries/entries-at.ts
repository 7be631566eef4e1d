import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { GONE } from '#lib/domain/catalogue/gaps.ts';
import type { RegisterMoment } from './open-cells.ts';
import { coversEntry, isLiveTarget } from './target-covers.ts';

type When = Pick<RegisterMoment, 'at' | 'dueTargets'>;

/**
 * The living entries of a project, now or at a past instant, with what lists group, filter and date them by; an entry
 * never changes its owner, and its title is always the one of today. `ids` of entries of the project are found one by
 * one: SQLite would look through all of the project for them.
 */
export function entriesAt(db: Db, projectId: string, when: When, ids?: readonly string[]) {
	return placedEntriesAt(db, projectId, when.at, ids).select([
		'item.code',
		'item.position',
		'item.title',
		'item.search',
		'item.origin',
		'entry.authorId',
		'owner.code as ownerCode',
		'owner.acronym as ownerAcronym',
		'owner.position as ownerPosition',
		// Until when its fields are due, where no duty says otherwise.
		sql<Day | null>`coalesce(item.agreed_on, ${targetDay(when)})`.as('readyOn')
	]);
}

/** The same entries with no more than what places them: where they stand, whose they are, what they are about. */
export function placedEntriesAt(db: Db, projectId: string, at: string | null, ids?: readonly string[]) {
	const entries = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.leftJoin(themesAt(db, at).as('tag'), 'tag.itemId', 'item.id')
		.select(['item.id', 'owner.id as ownerId', 'owner.country', 'tag.code as theme'])
		.where((eb) =>
			ids === undefined
				? eb.and({ 'item.projectId': projectId, 'item.kind': 'entry' })
				: eb('item.id', 'in', ids)
		);
	if (at === null) return entries.select('item.state').where('item.state', 'not in', GONE);
	return entries
		.innerJoin('entryStep as step', 'step.itemId', 'item.id')
		.where('step.enteredAt', '<=', at)
		.where((eb) => eb.or([eb('step.leftAt', 'is', null), eb('step.leftAt', '>', at)]))
		.select('step.state')
		.where('step.state', 'not in', GONE);
}

/** The theme of each entry; a past one is told by the element as it stood, whose JSON is nothing but the code. */
function themesAt(db: Db, at: string | null) {
	if (at === null)
		return db.selectFrom('entryTag').select(['itemId', 'code']).where('entryTag.kind', '=', 'theme');
	return db
		.selectFrom('entryElement as element')
		.select(['element.itemId', sql<string>`trim(element.value, '"')`.as('code')])
		.where('element.element', '=', 'theme')
		.where('element.standing', '=', 'value')
		.where('element.setAt', '<=', at)
		.where((eb) => eb.or([eb('element.untilAt', 'is', null), eb('element.untilAt', '>', at)]));
}

/**
 * The day of the earliest of the targets that ask for the entry; where they are all reached, that of the last one that
 * covers it.
 */
function targetDay({ at, dueTargets }: When) {
	const covers = coversEntry({
		country: 'owner.country',
		owner: 'owner.id',
		theme: 'tag.code',
		entry: 'item.id'
	});
	const days = (wanted: RawBuilder<string | null>, condition: RawBuilder<boolean>) =>
		sql<string | null>`(select ${wanted} from catalogue_target as target
			where target.project_id = item.project_id and ${condition} and ${covers})`;
	const last = days(sql`max(target.due_on)`, isLiveTarget(at));
	if (dueTargets.length === 0) return last;
	const asking = sql<boolean>`target.id in (${sql.join(dueTargets)})`;
	return sql<string | null>`coalesce(${days(sql`min(target.due_on)`, asking)}, ${last})`;
}

export type EntryAt = Awaited<ReturnType<ReturnType<typeof entriesAt>['execute']>>[number];
