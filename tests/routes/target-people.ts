import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

interface MemberRow {
	id: string;
	slug: string;
	organisationId: string;
	country: string;
	grantId: string | null;
	colleagueId: string | null;
}

/** Members of every project; those who cannot sign in come first, for things are done to the first that fits. */
export async function listPersonTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<MemberRow>`
		select person.id, project.slug, organisation.id as organisation_id, organisation.country,
			(select max(role_grant.id) from role_grant
				where role_grant.person_id = person.id and role_grant.project_id = project.id) as grant_id,
			(select max(other.person_id) from membership as other
				where other.organisation_id = organisation.id and other.person_id <> person.id) as colleague_id
		from membership
		join person on person.id = membership.person_id
		join project on project.id = membership.project_id
		join organisation on organisation.id = membership.organisation_id
		order by project.slug, case when person.password_hash is null then 0 else 1 end, person.email`.execute(db);
	return rows.map(({ id, slug, organisationId, country, grantId, colleagueId }) => ({
		...NO_FACTS,
		kind: 'person',
		slug,
		id,
		code: id,
		version: 1,
		organisationIds: [organisationId],
		assignedPersonIds: [id],
		countries: [country],
		related: {
			...(grantId === null ? {} : { role_grant: grantId }),
			...(colleagueId === null ? {} : { colleague: colleagueId })
		}
	}));
}
