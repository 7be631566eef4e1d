import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { proposeTargetBlocks } from '#lib/domain/indicators/target-proposals.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProposeTarget } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfProposedTarget } from '#lib/server/mail/tell-of-indicator.ts';
import { findIndicatorFacts } from '#lib/server/queries/find-indicator-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listTargetProposals } from '#lib/server/queries/list-target-proposals.ts';
import { lockProject } from './lock-project.ts';

/** The work package leader asks for a target, which stands when the coordinator has accepted it. */
export function proposeTarget(
	db: Db,
	actor: Actor,
	input: ProposeTarget,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		const indicator = await findIndicatorFacts(db, projectId, { id: input.indicatorId });
		if (!indicator) throw new NotFound();
		const { id: indicatorId, code, workPackageIds, closedAt } = indicator;
		assertCan(actor, 'indicator:propose-target', { workPackageIds });
		const targets = await db
			.selectFrom('indicatorTarget')
			.select(['dueOn', 'value'])
			.where('indicatorId', '=', indicatorId)
			.orderBy('dueOn')
			.execute();
		const proposals = await listTargetProposals(db, indicatorId);
		const facts = { code, isClosed: closedAt !== null, targets, proposals };
		assertNone(proposeTargetBlocks(facts, input, await findToday(db, projectId, now)));

		const { dueOn, value, reason } = input;
		await db
			.insertInto('indicatorTargetProposal')
			.values({
				id: newId(),
				projectId,
				indicatorId,
				dueOn,
				value,
				reason,
				proposedBy: actor.personId,
				organisationId: actor.organisationId,
				proposedAt: now.toISOString(),
				verdict: null,
				verdictNote: '',
				decidedBy: null,
				decidedAt: null
			})
			.execute();
		const audited = { type: 'indicator', id: indicatorId, label: code };
		await recordAudit(db, actor, 'indicator:propose-target', audited, now, { dueOn, value, reason });
		await tellOfProposedTarget(db, actor, indicator, { dueOn, value, reason }, now);
		return { code };
	});
}
