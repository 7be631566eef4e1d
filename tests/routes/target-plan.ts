import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

interface PackageRow {
	id: string;
	slug: string;
	number: number;
	version: number;
	leadOrganisationId: string | null;
	task: string | null;
	override: string | null;
}

export async function listWorkPackageTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<PackageRow>`
		select work_package.id, project.slug, number, work_package.version, lead_organisation_id,
			(select max(id) from task where work_package_id = work_package.id) as task,
			(select max(id) from health_override where work_package_id = work_package.id) as override
		from work_package join project on project.id = work_package.project_id
		order by project.slug, number`.execute(db);
	return rows.map(({ id, slug, number, version, leadOrganisationId, task, override }) => ({
		...NO_FACTS,
		kind: 'work-package',
		slug,
		id,
		code: String(number),
		version,
		leadOrganisationId,
		workPackageIds: [id],
		related: {
			...(task === null ? {} : { task }),
			...(override === null ? {} : { health_override: override })
		}
	}));
}

/** The proposed algorithm gives the catalogue to WP4. */
const CATALOGUE_PACKAGE = '4';

interface OrganisationRow {
	id: string;
	slug: string;
	code: string;
	country: string;
	version: number;
	mayAward: number;
	/** Somebody who belongs to it. */
	member: string | null;
	question: string | null;
}

/** Organisations, once as such and once as owners of what the work package of the catalogue keeps. */
export async function listOrganisationTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<OrganisationRow>`
		select organisation.id, project.slug, organisation.code, organisation.country, organisation.version,
			case when organisation.role in ('ministry', 'external') then 0 else 1 end as may_award,
			(select max(person_id) from membership where organisation_id = organisation.id and to_on is null) as member,
			(select min(checklist_item.id) from checklist_item
				join checklist_version on checklist_version.id = checklist_version_id
				join checklist on checklist.id = checklist_id
				where applies_to = 'institution' and checklist.project_id = project.id) as question
		from organisation join project on project.id = organisation.project_id
		order by project.slug, organisation.position`.execute(db);
	const packages = await listWorkPackageTargets(db);
	return rows.flatMap(({ country, mayAward, member, question, ...row }) => {
		const facts = { leadOrganisationId: row.id, organisationIds: [row.id], countries: [country] };
		const target = { ...NO_FACTS, ...row, ...facts, related: {} };
		const keepers = packages.filter((one) => one.slug === row.slug && one.code === CATALOGUE_PACKAGE);
		const workPackageIds = keepers.map(({ id }) => id);
		return [
			{ ...target, kind: 'organisation' as const, related: member === null ? {} : { member } },
			{ ...target, kind: 'catalogue-owner' as const, workPackageIds },
			...(mayAward === 1
				? [{ ...target, kind: 'institution' as const, related: question === null ? {} : { question } }]
				: [])
		];
	});
}

export async function listChecklistTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{ id: string; slug: string; code: string }>`
		select checklist.id, project.slug, checklist.code
		from checklist join project on project.id = checklist.project_id
		order by project.slug, checklist.code`.execute(db);
	return rows.map((row) => ({ ...NO_FACTS, ...row, kind: 'checklist', version: 1, related: {} }));
}

/** Completeness profiles: a national one belongs to its country, every other to the catalogue's work package. */
export async function listCriteriaTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{
		id: string;
		slug: string;
		code: string;
		country: string | null;
		version: number;
	}>`
		select criteria_profile.id, project.slug, criteria_profile.code, country,
			(select max(number) from criteria_version where profile_id = criteria_profile.id) as version
		from criteria_profile join project on project.id = criteria_profile.project_id
		order by project.slug, criteria_profile.position`.execute(db);
	const packages = await listWorkPackageTargets(db);
	const countries = await listCountryTargets(db);
	const profiles = rows.map(({ country, ...row }) => {
		const keepers = packages.filter((one) => one.slug === row.slug && one.code === CATALOGUE_PACKAGE);
		const scope =
			country === null ? { workPackageIds: keepers.map(({ id }) => id) } : { countries: [country] };
		return { ...NO_FACTS, ...row, ...scope, kind: 'criteria' as const, related: {} };
	});
	return [...profiles, ...countries];
}

/** The implementation algorithm belongs to the catalogue's work package. */
export async function listAlgorithmTargets(db: Db): Promise<Target[]> {
	const packages = await listWorkPackageTargets(db);
	return packages
		.filter((one) => one.code === CATALOGUE_PACKAGE)
		.map((one) => ({ ...one, kind: 'algorithm' as const, workPackageIds: [one.id] }));
}

/** Countries of a consortium, each of which may have a profile of its own. */
async function listCountryTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{ slug: string; code: string }>`
		select distinct project.slug, organisation.country as code
		from organisation join project on project.id = organisation.project_id
		order by project.slug, organisation.country`.execute(db);
	return rows.map((row) => ({
		...NO_FACTS,
		...row,
		id: row.code,
		version: 1,
		kind: 'criteria-country',
		countries: [row.code],
		related: {}
	}));
}
