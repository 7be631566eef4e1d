import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { proposeDateBlocks } from '#lib/domain/meetings/action-dates.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProposeActionDate } from '#lib/schemas/meetings/actions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfProposedDate } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { listDateProposals } from '#lib/server/queries/list-date-proposals.ts';
import { insertDateMove } from './insert-date-move.ts';
import { setItemDates } from './set-item-dates.ts';
import { takeAction, type TakenAction } from './take-action.ts';

/** The owner's honest estimate, at once the forecast, and the due day only when whoever steers the action agrees. */
export function proposeActionDate(db: Db, actor: Actor, input: ProposeActionDate, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		await proposeForTaken(db, actor, action, input, now);
		return { code: action.item.code };
	});
}

/** The proposal itself, within the caller's transaction. */
export async function proposeForTaken(
	db: Db,
	actor: Actor,
	action: TakenAction,
	input: ProposeActionDate,
	now: Date
): Promise<void> {
	assertCan(actor, 'action:update', action.ownerSubject);
	const { row, item } = action;
	const proposals = await listDateProposals(db, item.id);
	assertNone(
		proposeDateBlocks(
			{ ...action.facts, proposals },
			action.counting,
			input,
			action.plan.slipReasons,
			action.today
		)
	);

	const { toOn, reasonCode, reasonText } = input;
	const { projectId, personId } = actor;
	await setItemDates(db, { ...row, contractualOn: null }, input.version, { forecastOn: toOn });
	if (row.forecastOn !== toOn)
		await insertDateMove(
			db,
			{
				projectId,
				itemId: item.id,
				dateKind: 'forecast',
				fromOn: row.forecastOn ?? row.agreedOn,
				toOn,
				reasonCode,
				reasonText,
				reference: null,
				movedBy: personId
			},
			now
		);
	await db
		.insertInto('actionDateProposal')
		.values({
			id: newId(),
			projectId,
			itemId: item.id,
			toOn,
			reasonCode,
			reasonText,
			proposedBy: personId,
			proposedAt: now.toISOString(),
			verdict: null,
			verdictNote: null,
			decidedBy: null,
			decidedAt: null
		})
		.execute();
	const details = { fromOn: row.agreedOn, toOn, reasonCode, reasonText };
	await recordAudit(db, actor, 'action:propose-date', auditedItem(item), now, details);
	const told = { ...row, kind: 'action' } as const;
	await tellOfProposedDate(db, actor, told, action.subject, input, now);
}
