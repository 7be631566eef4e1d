import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { riskSubject } from '#lib/domain/risks/facts.ts';

/** One risk with what rules and permissions ask of it; undefined: no such risk. */
export async function findRiskFacts(db: Db, projectId: string, key: { id: string } | { number: number }) {
	const row = await db
		.selectFrom('risk')
		.leftJoin('organisation as home', 'home.id', 'risk.ownerOrganisationId')
		.leftJoin('person as owner', 'owner.id', 'risk.ownerId')
		.select((eb) => [
			'risk.id',
			'risk.number',
			'risk.description',
			'risk.mitigation',
			'risk.likelihood',
			'risk.severity',
			'risk.foreseen',
			'risk.state',
			'risk.ownerId',
			'risk.ownerOrganisationId',
			'risk.openedBy',
			'risk.openedAt',
			'risk.origin',
			'risk.version',
			'owner.name as ownerName',
			'home.acronym as ownerAcronym',
			'home.country as ownerCountry',
			eb
				.selectFrom('riskWorkPackage')
				.whereRef('riskWorkPackage.riskId', '=', 'risk.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('packages'),
			eb
				.selectFrom('riskMitigation')
				.whereRef('riskMitigation.riskId', '=', 'risk.id')
				.where('riskMitigation.state', '=', 'open')
				.select((steps) => steps.fn.countAll<number>().as('count'))
				.as('openSteps'),
			eb
				.selectFrom('riskMitigation')
				.whereRef('riskMitigation.riskId', '=', 'risk.id')
				.where('riskMitigation.state', '!=', 'dropped')
				.select((steps) => steps.fn.countAll<number>().as('count'))
				.as('steps')
		])
		.where('risk.projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('risk.id', '=', key.id) : eb('risk.number', '=', key.number)))
		.executeTakeFirst();
	if (!row) return undefined;
	const { packages, openSteps, steps, ...risk } = row;
	const facts = {
		...risk,
		workPackageIds: packages?.split(',') ?? [],
		openSteps: Number(openSteps ?? 0),
		steps: Number(steps ?? 0)
	};
	return { ...facts, subject: riskSubject(facts) };
}

export type FoundRisk = NonNullable<Awaited<ReturnType<typeof findRiskFacts>>>;
