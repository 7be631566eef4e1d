import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfNewRisk } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedRisk } from './change-risk.ts';
import { insertRiskEvent } from './insert-risk-event.ts';

interface NewRisk {
	description: string;
	mitigation?: string;
	ownerOrganisationId: string | null;
	ownerId?: string | null;
	workPackageIds: readonly string[];
	/** Of what it follows from: a risk of something made up is made up, too. */
	origin?: 'entered' | 'sample';
}

const NOT_ASSESSED = { likelihood: null, severity: null };

/**
 * An unforeseen risk under the next free number. Call it after an event of the same transaction was recorded, or with
 * the project locked: that is what keeps two numbers apart.
 */
export async function openRisk(db: Db, actor: Actor, risk: NewRisk, now: Date): Promise<number> {
	const { projectId } = actor;
	const { description, mitigation = '', ownerOrganisationId, ownerId = null, workPackageIds } = risk;
	const { origin = 'entered' } = risk;
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
			description,
			mitigation,
			...NOT_ASSESSED,
			foreseen: 0,
			state: 'identified',
			ownerOrganisationId,
			ownerId,
			openedBy: actor.personId,
			openedAt: now.toISOString(),
			origin
		})
		.execute();
	if (workPackageIds.length > 0)
		await db
			.insertInto('riskWorkPackage')
			.values(workPackageIds.map((workPackageId) => ({ riskId: id, workPackageId })))
			.execute();
	const event = { riskId: id, kind: 'open', state: 'identified', note: '' } as const;
	await insertRiskEvent(db, actor, { ...event, from: NOT_ASSESSED, to: NOT_ASSESSED }, now);
	await recordAudit(db, actor, 'risk:open', auditedRisk({ id, number }), now, { description });
	await tellOfNewRisk(db, actor, { id, number, description }, workPackageIds, now);
	return number;
}
