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
