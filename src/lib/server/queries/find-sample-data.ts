import type { Db } from '#db/schema.ts';
import type { SampleFacts } from '#lib/domain/sample-data.ts';
import { findSampleScope } from './find-sample-scope.ts';
import { countSampleRecords } from './count-sample-records.ts';

/** What would go with the sample data of a project, and what speaks against removing it now. */
export async function findSampleData(
	db: Db,
	projectId: string
): Promise<{ counts: { what: string; count: number }[]; facts: SampleFacts }> {
	const scope = await findSampleScope(db, projectId);
	const counts = await countSampleRecords(db, scope);
	const { acronym } = await db
		.selectFrom('project')
		.select('acronym')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const own = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'person.id')
				.onRef('membership.projectId', '=', 'roleGrant.projectId')
				.on('membership.toOn', 'is', null)
		)
		.select('roleGrant.id')
		.where('roleGrant.projectId', '=', projectId)
		.where('roleGrant.role', '=', 'coordinator')
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.toOn', 'is', null)
		.where('person.origin', '=', 'entered')
		.where('person.passwordHash', 'is not', null)
		.where('person.disabledAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
	const elsewhere =
		scope.people.length === 0
			? []
			: await db
					.selectFrom('person')
					.innerJoin('membership', 'membership.personId', 'person.id')
					.select('person.name')
					.distinct()
					.where('person.id', 'in', scope.people)
					.where('membership.projectId', '!=', projectId)
					.orderBy('person.name')
					.execute();
	const facts = {
		count: counts.reduce((sum, { count }) => sum + count, 0),
		word: acronym,
		hasOwnCoordinator: own !== undefined,
		peopleElsewhere: elsewhere.map(({ name }) => name)
	};
	return { counts, facts };
}
