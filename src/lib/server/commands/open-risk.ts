import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';

interface NewRisk {
	description: string;
	ownerOrganisationId: string | null;
	workPackageIds: readonly string[];
}

/**
 * An unforeseen risk under the next free number. Call it after an event of the same transaction was recorded:
 * holding the audit chain's head is what keeps two numbers apart.
 */
export async function openRisk(db: Db, actor: Actor, risk: NewRisk, now: Date): Promise<number> {
	const { projectId } = actor;
	const last = await db
		.selectFrom('risk')
		.select((eb) => eb.fn.max('number').as('number'))
		.where('projectId', '=', projectId)
		.executeTakeFirst();
	const number = (last?.number ?? 0) + 1;
	const id = newId();
	await db
		.insertInto('risk')
		.values({
			id,
			projectId,
			number,
			description: risk.description,
			mitigation: '',
			likelihood: null,
			severity: null,
			foreseen: 0,
			state: 'identified',
			ownerOrganisationId: risk.ownerOrganisationId,
			origin: 'entered'
		})
		.execute();
	if (risk.workPackageIds.length > 0)
		await db
			.insertInto('riskWorkPackage')
			.values(risk.workPackageIds.map((workPackageId) => ({ riskId: id, workPackageId })))
			.execute();
	await recordAudit(db, actor, 'risk:open', { type: 'risk', id, label: `R${number}` }, now, {
		description: risk.description
	});
	return number;
}
