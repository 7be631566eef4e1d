import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { wordingBlocks } from '#lib/domain/risks/guards.ts';
import { isRiskOver } from '#lib/domain/risks/life-cycle.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditRisk, GiveRisk } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { FoundRisk } from '#lib/server/queries/find-risk-facts.ts';
import { findRiskOwner } from '#lib/server/queries/find-risk-owner.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { tellOfWatch } from '#lib/server/mail/tell-of-risk.ts';
import { auditedRisk, changeRisk } from './change-risk.ts';
import { insertRiskEvent } from './insert-risk-event.ts';
import { lockRisk } from './lock-risk.ts';
import { assertOwn } from './propose-risk.ts';

/** Words and work packages of a risk that Annex 1 does not hold. */
export async function editRisk(db: Db, actor: Actor, input: EditRisk, now: Date): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, 'risk:edit', risk.subject);
		assertNone(wordingBlocks(risk));
		const { description, mitigation, workPackageIds } = input;
		await assertOwn(db, actor.projectId, workPackageIds);
		// Nobody moves a risk out of their own reach, or into it.
		assertCan(actor, 'risk:edit', { ...risk.subject, workPackageIds });

		await changeRisk(db, risk, input.version, { description, mitigation });
		await db.deleteFrom('riskWorkPackage').where('riskId', '=', risk.id).execute();
		if (workPackageIds.length > 0)
			await db
				.insertInto('riskWorkPackage')
				.values(workPackageIds.map((workPackageId) => ({ riskId: risk.id, workPackageId })))
				.execute();
		const note = risk.description === description ? '' : `Was: ${risk.description}`;
		await insertEdit(db, actor, risk, note, now);
		const before = { description: risk.description, mitigation: risk.mitigation };
		await recordAudit(db, actor, 'risk:edit', auditedRisk(risk), now, { before, description, mitigation });
		return { code: riskCode(risk) };
	});
}

/** Names who watches a risk; their organisation owns it. */
export async function giveRisk(db: Db, actor: Actor, input: GiveRisk, now: Date): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, 'risk:edit', risk.subject);
		if (isRiskOver(risk.state)) throw new Refusal([{ code: 'risk-over', risk: riskCode(risk) }]);
		const today = await findToday(db, actor.projectId, now);
		const owner = await findRiskOwner(db, actor.projectId, input.ownerId, today);

		const change = { ownerId: owner.personId, ownerOrganisationId: owner.organisationId };
		await changeRisk(db, risk, input.version, change);
		const name = `${owner.name}, ${owner.acronym}`;
		await insertEdit(db, actor, risk, `Watched by ${name}.`, now);
		await recordAudit(db, actor, 'risk:give', auditedRisk(risk), now, { owner: name });
		if (risk.ownerId !== owner.personId)
			await tellOfWatch(db, actor, { risk, personId: owner.personId }, now);
		return { code: riskCode(risk) };
	});
}

async function insertEdit(db: Db, actor: Actor, risk: FoundRisk, note: string, now: Date): Promise<void> {
	const { id: riskId, state, likelihood, severity } = risk;
	const same = { likelihood, severity };
	await insertRiskEvent(db, actor, { riskId, kind: 'edit', state, note, from: same, to: same }, now);
}
