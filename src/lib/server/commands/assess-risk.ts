import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { assessBlocks } from '#lib/domain/risks/guards.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AssessRisk } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedRisk, changeRisk } from './change-risk.ts';
import { insertRiskEvent } from './insert-risk-event.ts';
import { lockRisk } from './lock-risk.ts';

/** How likely, and how bad: for the first time, which ends its being only reported, or again. */
export async function assessRisk(
	db: Db,
	actor: Actor,
	input: AssessRisk,
	now: Date
): Promise<{ code: string; isFirst: boolean }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, 'risk:assess', risk.subject);
		const { likelihood, severity, note } = input;
		assertNone(assessBlocks(risk, { likelihood, severity }));

		const isFirst = risk.state === 'identified';
		const state = isFirst ? ('assessed' as const) : risk.state;
		await changeRisk(db, risk, input.version, { state, likelihood, severity });
		const kind = isFirst ? ('assess' as const) : ('reassess' as const);
		const from = { likelihood: risk.likelihood, severity: risk.severity };
		const event = { riskId: risk.id, kind, state, note, from, to: { likelihood, severity } };
		await insertRiskEvent(db, actor, event, now);
		await recordAudit(db, actor, `risk:${kind}`, auditedRisk(risk), now, {
			from,
			likelihood,
			severity,
			note
		});
		return { code: riskCode(risk), isFirst };
	});
}
