import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { NO_FACTS, type Target } from './target.ts';

/** A quarter of every whole project; and every organisation and country as somebody who is visited. */
export async function listReportTargets(db: Db): Promise<Target[]> {
	const { rows: projects } = await sql<{ id: string; slug: string }>`
		select id, slug from project order by slug`.execute(db);
	const { rows: organisations } = await sql<{ id: string; slug: string; code: string; country: string }>`
		select organisation.id, project.slug, organisation.code, organisation.country
		from organisation join project on project.id = organisation.project_id
		where organisation.role <> 'external'
		order by project.slug, organisation.code`.execute(db);
	const common = { ...NO_FACTS, version: 1, related: {} };
	const countries = new Map(organisations.map((one) => [`${one.slug} ${one.country}`, one]));
	return [
		...projects.map(({ id, slug }) => ({
			...common,
			kind: 'quarter' as const,
			slug,
			id,
			code: '2026-04_2026-06'
		})),
		...organisations.map(({ id, slug, code, country }) => ({
			...common,
			kind: 'visited' as const,
			slug,
			id,
			code,
			leadOrganisationId: id,
			organisationIds: [id],
			countries: [country]
		})),
		...[...countries.values()].map(({ id, slug, country }) => ({
			...common,
			kind: 'visited' as const,
			slug,
			id,
			code: country,
			countries: [country]
		}))
	];
}
