import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

interface CheckInRow {
	id: string;
	slug: string;
	version: number;
	code: string;
	country: string;
	organisationId: string;
	startsOn: string;
}

/** What organisations said of periods that are open. */
export async function listCheckInTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<CheckInRow>`
		select check_in.id, project.slug, check_in.version, organisation.code, organisation.country,
			organisation.id as organisation_id, starts_on
		from check_in
		join check_in_period on check_in_period.id = check_in.period_id
		join organisation on organisation.id = check_in.organisation_id
		join project on project.id = check_in.project_id
		where locked_at is null and state <> 'draft'
		order by project.slug, starts_on, organisation.code`.execute(db);
	return rows.map(({ id, slug, version, code, country, organisationId, startsOn }) => ({
		...NO_FACTS,
		kind: 'check-in',
		slug,
		id,
		version,
		code,
		leadOrganisationId: organisationId,
		organisationIds: [organisationId],
		countries: [country],
		related: { check_in_period: startsOn, organisation: organisationId }
	}));
}
