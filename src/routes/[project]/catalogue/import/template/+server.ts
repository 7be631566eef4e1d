import { columnKeys } from '#lib/domain/catalogue/import-columns.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';

const BOM = '\uFEFF';

/** Only the first line: stable keys, in the languages of the project. */
export const GET = endpoint('catalogue:import', async ({ db, project }) => {
	const { algorithm } = await findAlgorithm(db, project.id);
	const keys = columnKeys(algorithm.languages, { outcomes: 8, cohorts: 1 });
	return new Response(`${BOM}${keys.join(',')}\r\n`, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${project.slug}-catalogue-template.csv"`,
			'Cache-Control': 'no-store'
		}
	});
});
