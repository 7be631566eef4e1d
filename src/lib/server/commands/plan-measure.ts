import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { planMeasureBlocks } from '#lib/domain/risks/mitigation.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PlanMeasure } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findRiskOwner } from '#lib/server/queries/find-risk-owner.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { tellOfMeasure } from '#lib/server/mail/tell-of-risk.ts';
import { auditedRisk } from './change-risk.ts';
import { lockRisk } from './lock-risk.ts';

/** A measure against a risk: one person takes it, by one day. */
export async function planMeasure(
	db: Db,
	actor: Actor,
	input: PlanMeasure,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, 'risk:report', risk.subject);
		const today = await findToday(db, actor.projectId, now);
		const owner = await findRiskOwner(db, actor.projectId, input.ownerId, today);
		const { text, dueOn } = input;
		assertNone(planMeasureBlocks(risk, dueOn, today));

		const { last } = await db
			.selectFrom('riskMitigation')
			.select((eb) => eb.fn.max('number').as('last'))
			.where('riskId', '=', risk.id)
			.executeTakeFirstOrThrow();
		const id = newId();
		await db
			.insertInto('riskMitigation')
			.values({
				id,
				projectId: actor.projectId,
				riskId: risk.id,
				number: Number(last ?? 0) + 1,
				text,
				ownerId: owner.personId,
				organisationId: owner.organisationId,
				dueOn,
				state: 'open',
				endedText: '',
				endedBy: null,
				endedAt: null,
				createdBy: actor.personId,
				createdAt: now.toISOString(),
				origin: 'entered'
			})
			.execute();
		const details = { text, owner: owner.name, dueOn };
		await recordAudit(db, actor, 'risk:plan-measure', auditedRisk(risk), now, details);
		await tellOfMeasure(db, actor, { risk, personId: owner.personId, text, dueOn }, now);
		return { code: riskCode(risk) };
	});
}
