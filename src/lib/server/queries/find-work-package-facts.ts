import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';

/** A work package with what permissions ask of it. */
export async function findWorkPackageFacts(
	db: Db,
	projectId: string,
	key: { id: string } | { number: number }
) {
	// A mistyped address: PostgreSQL refuses to compare with what is no integer.
	if ('number' in key && !/^\d{1,3}$/.test(String(key.number))) return undefined;
	const workPackage = await db
		.selectFrom('workPackage')
		.innerJoin('project', 'project.id', 'workPackage.projectId')
		.selectAll('workPackage')
		.select('project.durationMonths')
		.where('workPackage.projectId', '=', projectId)
		.where((eb) =>
			'id' in key ? eb('workPackage.id', '=', key.id) : eb('workPackage.number', '=', key.number)
		)
		.executeTakeFirst();
	if (!workPackage) return undefined;
	const subject: Subject = {
		leadOrganisationId: workPackage.leadOrganisationId,
		workPackageIds: [workPackage.id]
	};
	return { workPackage, subject };
}

/** The record of a work package as the audit trail names it. */
export function auditedWorkPackage(workPackage: { id: string; number: number }) {
	return { type: 'work-package', id: workPackage.id, label: `WP${workPackage.number}` };
}
