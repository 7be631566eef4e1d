import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { CatalogueTarget } from '#db/schema/catalogue.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from './a-project.ts';

/** Ten entries of the whole catalogue by the end of 2026, unless told otherwise. */
export async function aTarget(
	db: Db,
	given: { projectId: string } & Partial<Omit<Insertable<CatalogueTarget>, 'projectId'>>
) {
	const target = {
		id: newId(),
		title: 'In the catalogue by the end of 2026',
		scopeKind: 'project' as const,
		scopeCode: '',
		measure: 'entries' as const,
		amount: 10,
		dueOn: '2026-12-31',
		countingState: 'catalogue-ready',
		setBy: null,
		setAt: NOW.toISOString(),
		endedAt: null,
		endedBy: null,
		endReason: null,
		replacesId: null,
		origin: 'entered' as const,
		version: 1,
		...given
	};
	await db.insertInto('catalogueTarget').values(target).execute();
	return target;
}
