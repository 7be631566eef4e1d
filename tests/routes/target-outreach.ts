import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

interface RecordRow {
	kind: 'outreach' | 'mobility';
	id: string;
	projectId: string;
	slug: string;
	code: string;
	version: number;
	leadOrganisationId: string | null;
	otherId: string | null;
	country: string | null;
	isPublic: number;
}

const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Lines of the dissemination log and activities of mobility and training, with whose they are. */
export async function listOutreachTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<RecordRow>`
		select 'outreach' as kind, outreach.id, outreach.project_id, project.slug, outreach.code, outreach.version,
			organisation_id as lead_organisation_id, null as other_id, organisation.country,
			case when level = 'PU' and state = 'done' then 1 else 0 end as is_public
		from outreach join project on project.id = outreach.project_id
			left join organisation on organisation.id = organisation_id
		union all
		select 'mobility', mobility.id, mobility.project_id, project.slug, mobility.code, mobility.version,
			organisation_id, host_organisation_id, organisation.country, 0
		from mobility join project on project.id = mobility.project_id
			left join organisation on organisation.id = organisation_id
		order by 4, 5`.execute(db);
	const { rows: partners } = await sql<{ id: string; organisationId: string }>`
		select outreach_id as id, organisation_id from outreach_organisation`.execute(db);
	const { rows: packages } = await sql<{ id: string; workPackageId: string }>`
		select outreach_id as id, work_package_id from outreach_work_package
		union all select mobility_id, work_package_id from mobility_work_package`.execute(db);
	const { rows: related } = await sql<{ id: string; useId: string | null; headsId: string | null }>`
		select record_id as id, max(id) as use_id, null as heads_id from record_evidence
			where removed_at is null group by record_id
		union all select record_id, null, max(id) from head_count group by record_id`.execute(db);
	const records = await recordsOf(db);

	return rows.map(({ otherId, country, isPublic, projectId, ...row }) => {
		const own = related.filter(({ id }) => id === row.id);
		const use = own.find(({ useId }) => useId !== null)?.useId;
		const heads = own.find(({ headsId }) => headsId !== null)?.headsId;
		return {
			...NO_FACTS,
			...row,
			organisationIds: known([
				row.leadOrganisationId,
				otherId,
				...partners.filter(({ id }) => id === row.id).map(({ organisationId }) => organisationId)
			]),
			countries: known([country]),
			workPackageIds: packages.filter(({ id }) => id === row.id).map((one) => one.workPackageId),
			isPublic: isPublic === 1,
			related: {
				...records.get(projectId),
				...(use ? { record_evidence: use } : {}),
				...(heads ? { head_count: heads } : {})
			}
		};
	});
}
