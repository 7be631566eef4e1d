import type { Db } from '#db/schema.ts';
import { foundAlgorithm } from './find-algorithm.ts';

/** What a project's entries go by: the algorithm in force, its themes, and whether a checklist asks reviewers. */
export async function findCatalogueSettings(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('project')
		.leftJoin('algorithmVersion', (join) =>
			join.onRef('algorithmVersion.projectId', '=', 'project.id').on('algorithmVersion.number', '=', (eb) =>
				eb
					.selectFrom('algorithmVersion as newest')
					.select((newest) => newest.fn.max('newest.number').as('number'))
					.whereRef('newest.projectId', '=', 'project.id')
			)
		)
		.leftJoin('theme', 'theme.projectId', 'project.id')
		.select(['algorithmVersion.id', 'algorithmVersion.number', 'algorithmVersion.settings'])
		.select(['theme.code', 'theme.title'])
		.select((eb) =>
			eb
				.selectFrom('checklistVersion')
				.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
				.whereRef('checklist.projectId', '=', 'project.id')
				.where('checklist.appliesTo', '=', 'entry')
				.select((versions) => versions.fn.countAll<number>().as('count'))
				.as('checklistVersions')
		)
		.where('project.id', '=', projectId)
		.orderBy('theme.position')
		.orderBy('theme.code')
		.execute();
	const [first] = rows;
	const themes = rows.flatMap(({ code, title }): [string, string][] =>
		code === null || title === null ? [] : [[code, title]]
	);
	return {
		version: foundAlgorithm(first),
		/** Titles by code, in the project's order. */
		themes: Object.fromEntries(themes),
		hasChecklist: (first?.checklistVersions ?? 0) > 0
	};
}
