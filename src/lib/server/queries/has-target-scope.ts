import type { Db } from '#db/schema.ts';
import type { TargetScope } from '#lib/domain/catalogue/targets.ts';

/** Whether the project has this country, organisation, theme or level to speak of. */
export async function hasTargetScope(
	db: Db,
	projectId: string,
	{ scopeKind, scopeCode }: TargetScope
): Promise<boolean> {
	switch (scopeKind) {
		case 'project':
			return scopeCode === '';
		case 'level':
			return /^[1-8]$/.test(scopeCode);
		case 'theme': {
			const themes = db.selectFrom('theme').select('id').where('projectId', '=', projectId);
			return (await themes.where('code', '=', scopeCode).executeTakeFirst()) !== undefined;
		}
		case 'country':
		case 'organisation': {
			const organisations = db.selectFrom('organisation').select('id').where('projectId', '=', projectId);
			const column = scopeKind === 'country' ? 'country' : 'id';
			return (await organisations.where(column, '=', scopeCode).executeTakeFirst()) !== undefined;
		}
	}
}
