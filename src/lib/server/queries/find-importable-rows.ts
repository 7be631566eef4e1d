import type { Db } from '#db/schema.ts';
import { isSideState } from '#lib/domain/catalogue/algorithm.ts';
import { columnKeys } from '#lib/domain/catalogue/import-columns.ts';
import { valueOf } from '#lib/domain/catalogue/element-values.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { exportCells } from '#lib/schemas/catalogue/export-row.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findNewEntry } from './find-new-entry.ts';
import { listEntryFacts } from './list-entry-facts.ts';

const LEAST_OUTCOMES = 8;

/** The entries of organisations that the actor works for, as lines under the columns of the import. */
export async function findImportableRows(db: Db, actor: Actor): Promise<string[][]> {
	const { algorithm } = await findAlgorithm(db, actor.projectId);
	const { owners, themes } = await findNewEntry(db, actor);
	const themeCodes = themes.map(({ code }) => code);
	const entries = (await listEntryFacts(db, { projectId: actor.projectId }))
		.filter(({ state }) => !isSideState(state))
		.filter(({ bodies }) => owners.some(({ id }) => id === bodies[0]?.organisationId))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	const lengths = entries.map(({ content }) => ({
		outcomes: valueOf(content['learning-outcomes'])?.length ?? 0,
		cohorts: valueOf(content.cohorts)?.length ?? 0
	}));
	const keys = columnKeys(algorithm.languages, {
		outcomes: Math.max(LEAST_OUTCOMES, ...lengths.map(({ outcomes }) => outcomes)),
		cohorts: Math.max(1, ...lengths.map(({ cohorts }) => cohorts))
	});
	return [
		keys,
		...entries.map(({ code, bodies, content }) => {
			const cells = exportCells(keys, content, themeCodes);
			cells.set('code', code).set('owner', bodies[0]?.acronym ?? '');
			return keys.map((key) => cells.get(key) ?? '');
		})
	];
}
