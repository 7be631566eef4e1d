import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Candidate } from '#lib/domain/independence.ts';
import type { Role } from '#lib/domain/roles.ts';

const REVIEWING = ['qa-lead', 'qa-reviewer', 'external-evaluator'] as const;

/** Members who hold a role that reviews today, with all such roles of theirs. */
export async function listReviewCandidates(db: Db, projectId: string, today: Day): Promise<Candidate[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'roleGrant.personId')
				.onRef('membership.projectId', '=', 'roleGrant.projectId')
				.on('membership.toOn', 'is', null)
		)
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'roleGrant.role',
			'person.id as personId',
			'person.name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country'
		])
		.where('roleGrant.projectId', '=', projectId)
		.where('roleGrant.role', 'in', REVIEWING)
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.where('person.disabledAt', 'is', null)
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
	return [...Map.groupBy(rows, (row) => row.personId).values()].flatMap((grants) => {
		const [first] = grants;
		if (!first) return [];
		const { role: _, ...person } = first;
		const roles: Role[] = [...new Set(grants.map((grant) => grant.role))];
		return [{ ...person, roles }];
	});
}
