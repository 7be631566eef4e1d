import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { decideTargetBlocks } from '#lib/domain/indicators/target-proposals.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DecideTarget } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfDecidedTarget } from '#lib/server/mail/tell-of-indicator.ts';
import { findIndicatorFacts } from '#lib/server/queries/find-indicator-facts.ts';
import { lockProject } from './lock-project.ts';

/** Accepts a proposed target, in the place of another for the same day, or declines it with a reason. */
export function decideTarget(
	db: Db,
	actor: Actor,
	input: DecideTarget,
	now: Date
): Promise<{ code: string; isAccepted: boolean }> {
	return db.transaction().execute(async (db) => {
		const { projectId, personId } = actor;
		await lockProject(db, projectId);
		assertCan(actor, 'indicator:target', {});
		const proposal = await db
			.selectFrom('indicatorTargetProposal')
			.select(['id', 'indicatorId', 'dueOn', 'value', 'verdict', 'proposedBy'])
			.where('id', '=', input.proposalId)
			.where('projectId', '=', projectId)
			.executeTakeFirst();
		const indicator = proposal && (await findIndicatorFacts(db, projectId, { id: proposal.indicatorId }));
		if (!proposal || !indicator) throw new NotFound();
		const { verdict, note: verdictNote } = input;
		const { code, closedAt, version } = indicator;
		assertNone(decideTargetBlocks({ code, isClosed: closedAt !== null }, proposal, verdict, actor));

		await db
			.updateTable('indicatorTargetProposal')
			.set({ verdict, verdictNote, decidedBy: personId, decidedAt: now.toISOString() })
			.where('id', '=', proposal.id)
			.execute();
		const { indicatorId, dueOn, value } = proposal;
		if (verdict === 'accepted') {
			await db
				.deleteFrom('indicatorTarget')
				.where('indicatorId', '=', indicatorId)
				.where('dueOn', '=', dueOn)
				.execute();
			await db
				.insertInto('indicatorTarget')
				.values({ id: newId(), indicatorId, dueOn, value, note: '', origin: 'entered' })
				.execute();
			// Whoever has the indicator's form open would write the targets from before over it.
			await db
				.updateTable('indicator')
				.set({ version: version + 1 })
				.where('id', '=', indicatorId)
				.execute();
		}
		const audited = { type: 'indicator', id: indicatorId, label: code };
		const details = { verdict, dueOn, value, note: verdictNote };
		await recordAudit(db, actor, 'indicator:decide-target', audited, now, details);
		const isAccepted = verdict === 'accepted';
		const decided = { isAccepted, note: verdictNote };
		await tellOfDecidedTarget(db, actor, indicator, proposal.proposedBy, decided, now);
		return { code, isAccepted };
	});
}
