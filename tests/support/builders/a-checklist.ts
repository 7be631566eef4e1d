import type { Db } from '#db/schema.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';

/** A published checklist, for deliverables unless said otherwise, with two mandatory points and an optional one. */
export async function aChecklist(
	db: Db,
	{ projectId, appliesTo = 'deliverable' }: { projectId: string; appliesTo?: 'deliverable' | 'entry' }
) {
	const checklist = { id: newId(), projectId, code: `QA-${next()}`, title: 'Review of a deliverable' };
	await db
		.insertInto('checklist')
		.values({ ...checklist, appliesTo })
		.execute();
	const version = {
		id: newId(),
		projectId,
		checklistId: checklist.id,
		number: 1,
		sha256: sha256(checklist.code),
		note: '',
		publishedBy: null,
		publishedAt: NOW.toISOString(),
		origin: 'entered' as const
	};
	await db.insertInto('checklistVersion').values(version).execute();
	const items = ['Meets its description', 'Sources are named', 'Reads well'].map((text, index) => ({
		id: newId(),
		checklistVersionId: version.id,
		position: index + 1,
		text,
		help: '',
		mandatory: index < 2 ? 1 : 0
	}));
	await db.insertInto('checklistItem').values(items).execute();
	return { ...checklist, version, items };
}
