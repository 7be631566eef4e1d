import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { GONE } from '#lib/domain/catalogue/gaps.ts';

/**
 * The living entries of a project, now or at a past instant, with what lists group, filter and date them by; an entry
 * never changes its owner, and its title is always the one of today. `ids` of entries of the project are found one by
 * one: SQLite would look through all of the project for them.
 */
export function entriesAt(db: Db, projectId: string, at: string | null, ids?: readonly string[]) {
	const entries = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.leftJoin(themesAt(db, at).as('tag'), 'tag.itemId', 'item.id')
		.select([
			'item.id',
			'item.code',
			'item.position',
			'item.title',
			'item.search',
			'item.origin',
			'entry.authorId',
			'owner.id as ownerId',
			'owner.code as ownerCode',
			'owner.acronym as ownerAcronym',
			'owner.country',
			'owner.position as ownerPosition',
			'tag.code as theme',
			// Until when its fields are due, where no duty says otherwise.
			sql<Day | null>`coalesce(item.agreed_on, ${earliestTarget(at)})`.as('readyOn')
		])
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

/** The day of the earliest target that covers the entry and was live at that moment. */
function earliestTarget(at: string | null) {
	const isLive =
		at === null
			? sql`target.ended_at is null`
			: sql`target.set_at <= ${at} and (target.ended_at is null or target.ended_at > ${at})`;
	return sql<string | null>`(
		select min(target.due_on) from catalogue_target as target
		where target.project_id = item.project_id and ${isLive} and (
			target.scope_kind = 'project'
			or (target.scope_kind = 'country' and target.scope_code = owner.country)
			or (target.scope_kind = 'organisation' and target.scope_code = owner.id)
			or (target.scope_kind = 'theme' and target.scope_code = tag.code)
			or (target.scope_kind = 'level' and exists (
				select 1 from entry_tag as level where level.item_id = item.id and level.kind = 'level'
				and level.code = target.scope_code))))`;
}

export type EntryAt = Awaited<ReturnType<ReturnType<typeof entriesAt>['execute']>>[number];
