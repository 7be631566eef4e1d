import type { Db } from '#db/schema.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { aTarget } from './builders/a-target.ts';
import { anEntry } from './builders/an-entry.ts';
import { anOverlap } from './builders/an-overlap.ts';

const CATALOGUE_PACKAGE = 4;

const CONTENT: EntryContent = {
	title: { standing: 'value', value: { en: 'Water quality in arid regions' } },
	workload: { standing: 'value', value: { hours: 80, ects: 3 } },
	grading: { standing: 'not-applicable', reason: 'Attested only' }
};

/** Entries in the hands of a few organisations, one of them public: what routes need while the demo has none itself. */
export async function addDemoEntries(db: Db, projectId: string): Promise<void> {
	const some = await db.selectFrom('entry').select('itemId').limit(1).execute();
	if (some.length > 0) return;
	const keeper = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('number', '=', CATALOGUE_PACKAGE)
		.executeTakeFirstOrThrow();
	const owners = await db
		.selectFrom('organisation')
		.select(['id', 'code'])
		.where('projectId', '=', projectId)
		.where('code', 'in', ['koksu', 'bsu', 'ucy', 'kaznu'])
		.orderBy('position')
		.execute();
	const ids: string[] = [];
	for (const { id: leadOrganisationId, code } of owners) {
		const isPublic = code === 'kaznu';
		const { id } = await anEntry(db, {
			projectId,
			leadOrganisationId,
			workPackageId: keeper.id,
			code: `MC-${code.toUpperCase()}-01`,
			position: 1,
			title: 'Water quality in arid regions',
			search: 'water quality in arid regions',
			state: isPublic ? 'published' : 'idea',
			content: CONTENT,
			entry: { publicSince: isPublic ? '2026-05-01T09:00:00.000Z' : null }
		});
		ids.push(id);
	}
	await aTarget(db, { projectId });
	const [first, second] = ids.toSorted();
	if (first && second) await anOverlap(db, { projectId, firstItemId: first, secondItemId: second });
}
