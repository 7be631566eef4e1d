import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Risk } from '#db/schema/risks.ts';
import { newId } from '#lib/server/ids.ts';
import { next } from './a-project.ts';

/** A risk of the plan, assessed at 3 × 3 unless said otherwise, in the work packages named. */
export async function aRisk(
	db: Db,
	given: { projectId: string; workPackageIds?: readonly string[] } & Partial<Insertable<Risk>>
) {
	const { workPackageIds = [], ...columns } = given;
	const risk = {
		id: newId(),
		number: next(),
		description: 'The rules are still changing',
		mitigation: 'Ask the ministries each half-year',
		likelihood: 3,
		severity: 3,
		foreseen: 1,
		state: 'assessed' as const,
		ownerOrganisationId: null,
		origin: 'entered' as const,
		...columns
	};
	await db.insertInto('risk').values(risk).execute();
	for (const workPackageId of workPackageIds)
		await db.insertInto('riskWorkPackage').values({ riskId: risk.id, workPackageId }).execute();
	return risk;
}
