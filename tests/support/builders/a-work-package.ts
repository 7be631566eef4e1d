import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { WorkPackage } from '#db/schema/plan.ts';
import { newId } from '#lib/server/ids.ts';

/** WP1 unless numbered otherwise. */
export async function aWorkPackage(db: Db, given: { projectId: string } & Partial<Insertable<WorkPackage>>) {
	const number = given.number ?? 1;
	const workPackage = {
		id: newId(),
		number,
		title: `Work package ${number}`,
		objectives: '',
		leadOrganisationId: null,
		coLeadOrganisationId: null,
		startMonth: 1,
		endMonth: 36,
		origin: 'entered' as const,
		search: `work package ${number}`,
		...given
	};
	await db.insertInto('workPackage').values(workPackage).execute();
	return workPackage;
}
