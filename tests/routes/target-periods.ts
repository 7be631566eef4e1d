import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

/** Reporting periods, as payment is looked at by them. */
export async function listReportingPeriodTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{ id: string; slug: string; number: number }>`
		select reporting_period.id, project.slug, number
		from reporting_period join project on project.id = reporting_period.project_id
		order by project.slug, number`.execute(db);
	return rows.map(({ number, ...row }) => ({
		...NO_FACTS,
		...row,
		kind: 'reporting-period',
		code: String(number),
		version: 1,
		related: {}
	}));
}

/** Each period of check-ins with each organisation that is asked in it: it is reminded by who accepts what it says. */
export async function listRemindedPeriodTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{
		id: string;
		slug: string;
		code: string;
		country: string;
		organisation: string;
	}>`
		select check_in_period.id, project.slug, starts_on as code, organisation.country,
			min(organisation.id) as organisation
		from check_in_period
		join project on project.id = check_in_period.project_id
		join organisation on organisation.project_id = project.id and organisation.role <> 'external'
		where check_in_period.starts_on = (
			select max(starts_on) from check_in_period as last
			where last.project_id = project.id and last.due_on < '2026-06-15')
		group by check_in_period.id, project.slug, starts_on, organisation.country
		order by project.slug, starts_on, organisation.country`.execute(db);
	const asked = rows.map(({ country, organisation, ...row }) => ({
		...NO_FACTS,
		...row,
		kind: 'reminded-period' as const,
		version: 1,
		countries: [country],
		related: { organisation }
	}));
	// Its page lists who is silent in the countries of whoever looks.
	const countries = rows.map(({ country }) => country);
	const pages = [...new Map(asked.map((one) => [one.id, one])).values()];
	return [...asked, ...pages.map((one) => ({ ...one, kind: 'silent-period' as const, countries }))];
}
