import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

interface RiskRow {
	id: string;
	slug: string;
	projectId: string;
	number: number;
	version: number;
	country: string | null;
	organisationId: string | null;
	ownerId: string | null;
	packages: string | null;
	period: string | null;
	measure: string | null;
	measureOwner: string | null;
	measureVersion: number | null;
}

const known = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);

/** Risks of every project: for who assesses them, for who watches them, and one of their open measures. */
export async function listRiskTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<RiskRow>`
		select risk.id, project.slug, risk.project_id, risk.number, risk.version, organisation.country,
			risk.owner_organisation_id as organisation_id, risk.owner_id,
			(select string_agg(work_package_id, ',') from risk_work_package where risk_id = risk.id) as packages,
			(select min(id) from reporting_period where project_id = risk.project_id) as period,
			measure.id as measure, measure.owner_id as measure_owner, measure.version as measure_version
		from risk
		join project on project.id = risk.project_id
		left join organisation on organisation.id = risk.owner_organisation_id
		left join risk_mitigation as measure on measure.id = (
			select max(id) from risk_mitigation where risk_id = risk.id and state = 'open')
		order by project.slug, risk.number`.execute(db);
	const records = await recordsOf(db);
	return rows.flatMap((row) => {
		const base = {
			...NO_FACTS,
			slug: row.slug,
			id: row.id,
			version: row.version,
			code: String(row.number),
			leadOrganisationId: row.organisationId,
			organisationIds: known([row.organisationId]),
			countries: known([row.country]),
			workPackageIds: row.packages?.split(',') ?? [],
			related: { ...records.get(row.projectId), ...(row.period === null ? {} : { period: row.period }) }
		};
		const measure = row.measure === null ? [] : [measureOf(base, row)];
		return [
			{ ...base, kind: 'risk' as const },
			{ ...base, kind: 'own-risk' as const, assignedPersonIds: known([row.ownerId]) },
			...measure
		];
	});
}

function measureOf(base: Omit<Target, 'kind'>, row: RiskRow): Target {
	return {
		...base,
		kind: 'measure',
		id: row.measure ?? '',
		version: row.measureVersion ?? 1,
		assignedPersonIds: known([row.ownerId, row.measureOwner])
	};
}
