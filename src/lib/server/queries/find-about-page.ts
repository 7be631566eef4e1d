import type { Db } from '#db/schema.ts';
import type { Origin } from '#lib/domain/origin.ts';

export interface ShownSource {
	field: string | null;
	origin: Origin;
	url: string | null;
	note: string;
}

/** Every public fact of a project with where it comes from. Five queries. */
export async function findAboutPage(db: Db, projectId: string, withContacts: boolean) {
	const project = await db
		.selectFrom('project')
		.select([
			'acronym',
			'title',
			'grantNumber',
			'callCode',
			'programme',
			'grantingAuthority',
			'website',
			'startOn',
			'startOrigin',
			'durationMonths',
			'timeZone'
		])
		.where('id', '=', projectId)
		.executeTakeFirst();
	if (!project) return undefined;
	const facts = await db
		.selectFrom('fact')
		.leftJoin('organisation', 'organisation.id', 'fact.organisationId')
		.leftJoin('workPackage', 'workPackage.id', 'fact.workPackageId')
		.select([
			'fact.id',
			'fact.kind',
			'fact.code',
			'fact.title',
			'fact.text',
			'fact.startsOn',
			'fact.endsOn',
			'fact.place',
			'fact.value',
			'fact.origin',
			'organisation.code as organisationCode',
			'organisation.acronym as organisation',
			'workPackage.number as workPackage'
		])
		.where('fact.projectId', '=', projectId)
		.$if(!withContacts, (query) => query.where('fact.kind', '!=', 'contact'))
		.orderBy('fact.position')
		.orderBy('fact.code')
		.execute();
	const themes = await db
		.selectFrom('theme')
		.select(['id', 'code', 'title', 'kind', 'origin'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const citations = await db
		.selectFrom('citation')
		.select(['recordId', 'field', 'origin', 'url', 'note'])
		.where('projectId', '=', projectId)
		.where('recordType', 'in', ['project', 'fact', 'theme'])
		.orderBy('id')
		.execute();
	const byRecord = Map.groupBy(citations, ({ recordId }) => recordId);
	const sourcesOf = (id: string): ShownSource[] =>
		(byRecord.get(id) ?? []).map(({ field, origin, url, note }) => ({ field, origin, url, note }));
	return {
		project,
		projectSources: sourcesOf(projectId),
		themes: themes.map(({ id, ...theme }) => ({ ...theme, sources: sourcesOf(id) })),
		facts: facts.map(({ id, ...fact }) => ({ ...fact, sources: sourcesOf(id) }))
	};
}
