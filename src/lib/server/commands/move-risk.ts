import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { eventBlocks, materialiseBlocks } from '#lib/domain/risks/guards.ts';
import { RISK_LIFE_CYCLE, RISK_PERMISSIONS } from '#lib/domain/risks/life-cycle.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MaterialiseRisk, MoveRisk } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { auditedRisk, changeRisk } from './change-risk.ts';
import { insertRiskEvent } from './insert-risk-event.ts';
import { lockRisk } from './lock-risk.ts';

type Move = Exclude<keyof typeof RISK_LIFE_CYCLE, 'assess'>;

/** Mitigation begins; it is handled (the note says what was done), closed or reopened (the note says why). */
export function moveRisk(
	db: Db,
	actor: Actor,
	event: Exclude<Move, 'materialise'>,
	input: MoveRisk,
	now: Date
): Promise<{ code: string }> {
	return move(db, actor, event, { ...input, happenedOn: null }, now);
}

/** What was feared has happened, on a day. */
export function materialiseRisk(
	db: Db,
	actor: Actor,
	input: MaterialiseRisk,
	now: Date
): Promise<{ code: string }> {
	return move(db, actor, 'materialise', input, now);
}

async function move(
	db: Db,
	actor: Actor,
	event: Move,
	input: MoveRisk & { happenedOn: Day | null },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, RISK_PERMISSIONS[event], risk.subject);
		const { happenedOn, note } = input;
		if (happenedOn === null) assertNone(eventBlocks(risk, event));
		else assertNone(materialiseBlocks(risk, { happenedOn }, await findToday(db, actor.projectId, now)));

		const state = RISK_LIFE_CYCLE[event].to;
		await changeRisk(db, risk, input.version, { state });
		const assessment = { likelihood: risk.likelihood, severity: risk.severity };
		const on = happenedOn === null ? {} : { happenedOn };
		await insertRiskEvent(
			db,
			actor,
			{ riskId: risk.id, kind: event, state, note, from: assessment, to: assessment, ...on },
			now
		);
		await recordAudit(db, actor, `risk:${event}`, auditedRisk(risk), now, { from: risk.state, note, ...on });
		return { code: riskCode(risk) };
	});
}
