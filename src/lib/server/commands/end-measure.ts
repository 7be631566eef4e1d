import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import { riskCode, riskSubject } from '#lib/domain/risks/facts.ts';
import { endMeasureBlocks } from '#lib/domain/risks/mitigation.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndMeasure } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedRisk } from './change-risk.ts';
import { lockRisk } from './lock-risk.ts';

/** A measure is done, or dropped, and what came of it is said. */
export async function endMeasure(
	db: Db,
	actor: Actor,
	input: EndMeasure,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const found = await db
			.selectFrom('riskMitigation')
			.select('riskId')
			.where('id', '=', input.measureId)
			.where('projectId', '=', actor.projectId)
			.executeTakeFirst();
		if (!found) throw new NotFound();
		const risk = await lockRisk(db, actor.projectId, found.riskId);
		const step = await db
			.selectFrom('riskMitigation')
			.select(['id', 'number', 'text', 'ownerId', 'state'])
			.where('id', '=', input.measureId)
			.executeTakeFirstOrThrow();
		assertCan(actor, 'risk:report', riskSubject(risk, step.ownerId));
		assertNone(endMeasureBlocks(step));

		const { outcome: state, text: endedText } = input;
		const { numUpdatedRows } = await db
			.updateTable('riskMitigation')
			.set({
				state,
				endedText,
				endedBy: actor.personId,
				endedAt: now.toISOString(),
				version: input.version + 1
			})
			.where('id', '=', step.id)
			.where('version', '=', input.version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict();
		const details = { measure: step.text, outcome: state, text: endedText };
		await recordAudit(db, actor, 'risk:end-measure', auditedRisk(risk), now, details);
		return { code: riskCode(risk) };
	});
}
