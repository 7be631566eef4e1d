import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

interface IndicatorRow {
	id: string;
	slug: string;
	projectId: string;
	code: string;
	level: string;
	version: number;
	packages: string | null;
	organisationId: string | null;
	country: string | null;
	actual: string | null;
	actualVersion: number | null;
	use: string | null;
}

/** Indicators of every project; each with its question to one organisation and a number of that one. */
export async function listIndicatorTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<IndicatorRow>`
		select indicator.id, project.slug, indicator.project_id, indicator.code, indicator.level, indicator.version,
			(select string_agg(work_package_id, ',') from indicator_work_package
				where indicator_id = indicator.id) as packages,
			organisation.id as organisation_id, organisation.country,
			actual.id as actual, actual.version as actual_version,
			(select max(id) from record_evidence where record_id = actual.id and removed_at is null) as "use"
		from indicator
		join project on project.id = indicator.project_id
		left join indicator_actual as actual on actual.id = (
			select max(id) from indicator_actual where indicator_id = indicator.id and replaced_at is null)
		left join organisation on organisation.id = coalesce(actual.organisation_id, (
			select max(organisation_id) from indicator_reporter where indicator_id = indicator.id))
		order by project.slug, indicator.position`.execute(db);
	const records = await recordsOf(db);
	return rows.flatMap((row) => {
		const organisationId = row.organisationId ?? '';
		const base = {
			...NO_FACTS,
			slug: row.slug,
			id: row.id,
			version: row.version,
			code: row.code,
			related: {
				...records.get(row.projectId),
				organisation: organisationId,
				...(row.use === null ? {} : { record_evidence: row.use })
			}
		};
		const own = {
			...base,
			leadOrganisationId: organisationId,
			organisationIds: [organisationId],
			countries: row.country === null ? [] : [row.country],
			workPackageIds: row.packages?.split(',') ?? []
		};
		const actual = row.actual === null ? [] : [actualOf(own, row.actual, row.actualVersion)];
		return [
			{ ...base, kind: 'indicator' as const, isPublic: row.level === 'PU' },
			...(row.organisationId === null ? [] : [{ ...own, kind: 'indicator-question' as const }]),
			...actual
		];
	});
}

function actualOf(own: Omit<Target, 'kind'>, id: string, version: number | null): Target {
	return { ...own, kind: 'actual', id, version: version ?? 1 };
}
