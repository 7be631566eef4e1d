import type { Db } from '#db/schema.ts';

/** The checklists of a project with all their versions, newest first, and their questions. */
export async function listChecklists(db: Db, projectId: string) {
	const versions = await db
		.selectFrom('checklist')
		.innerJoin('checklistVersion as version', 'version.checklistId', 'checklist.id')
		.leftJoin('person', 'person.id', 'version.publishedBy')
		.select([
			'checklist.code',
			'checklist.title',
			'checklist.appliesTo',
			'version.id',
			'version.number',
			'version.sha256',
			'version.note',
			'version.publishedAt',
			'version.origin',
			'person.name as publishedBy'
		])
		.where('checklist.projectId', '=', projectId)
		.orderBy('checklist.code')
		.orderBy('version.number', 'desc')
		.execute();
	if (versions.length === 0) return [];
	const items = await db
		.selectFrom('checklistItem')
		.select(['checklistVersionId', 'text', 'help', 'mandatory', 'section'])
		.where(
			'checklistVersionId',
			'in',
			versions.map(({ id }) => id)
		)
		.orderBy('position')
		.execute();
	const full = versions.map(({ id, ...version }) => ({
		...version,
		items: items
			.filter(({ checklistVersionId }) => checklistVersionId === id)
			.map(({ text, help, mandatory, section }) => ({ text, help, mandatory: mandatory === 1, section }))
	}));
	return [...Map.groupBy(full, ({ code }) => code).values()].flatMap((group) => {
		const [latest] = group;
		return latest
			? [{ code: latest.code, title: latest.title, appliesTo: latest.appliesTo, latest, versions: group }]
			: [];
	});
}
