import type { Db } from '#db/schema.ts';
import type { ScopeType } from '#lib/domain/roles.ts';

/** What people call a scope of this project; undefined where the project has no such thing. */
export async function findScopeLabel(
	db: Db,
	projectId: string,
	scopeType: ScopeType,
	scopeId: string | null
): Promise<string | undefined> {
	if (scopeType === 'project') return scopeId === null ? '' : undefined;
	if (scopeId === null) return undefined;
	switch (scopeType) {
		case 'country': {
			const row = await db
				.selectFrom('organisation')
				.select('country as label')
				.where('projectId', '=', projectId)
				.where('country', '=', scopeId)
				.executeTakeFirst();
			return row?.label;
		}
		case 'organisation': {
			const row = await db
				.selectFrom('organisation')
				.select('acronym as label')
				.where('projectId', '=', projectId)
				.where('id', '=', scopeId)
				.executeTakeFirst();
			return row?.label;
		}
		case 'work-package': {
			const row = await db
				.selectFrom('workPackage')
				.select('number')
				.where('projectId', '=', projectId)
				.where('id', '=', scopeId)
				.executeTakeFirst();
			return row && `WP${row.number}`;
		}
		case 'item': {
			const row = await db
				.selectFrom('item')
				.select('code as label')
				.where('projectId', '=', projectId)
				.where('id', '=', scopeId)
				.executeTakeFirst();
			return row?.label;
		}
	}
}
