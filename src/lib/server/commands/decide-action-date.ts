import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { decideDateBlocks } from '#lib/domain/meetings/action-dates.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DecideActionDate } from '#lib/schemas/meetings/actions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfDecidedDate } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { listDateProposals } from '#lib/server/queries/list-date-proposals.ts';
import { insertDateMove } from './insert-date-move.ts';
import { linkDecision } from './link-decision.ts';
import { putOnAgenda } from './put-on-agenda.ts';
import { setItemDates } from './set-item-dates.ts';
import { takeAction } from './take-action.ts';

/** Whoever steers the action agrees to the other day, or keeps the one that stands. */
export function decideActionDate(db: Db, actor: Actor, input: DecideActionDate, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertCan(actor, 'action:steer', action.subject);
		const { row, item } = action;
		const proposals = await listDateProposals(db, item.id);
		const proposal = proposals.find(({ id }) => id === input.proposalId);
		if (!proposal) throw new NotFound();
		assertNone(decideDateBlocks(action.facts, action.counting, proposal, actor));

		const { toOn } = proposal;
		const isAgreed = input.verdict === 'agreed';
		const dates = isAgreed ? { agreedOn: toOn } : {};
		await setItemDates(db, { ...row, contractualOn: null }, input.version, dates);
		await db
			.updateTable('actionDateProposal')
			.set({
				verdict: input.verdict,
				verdictNote: input.note,
				decidedBy: actor.personId,
				decidedAt: now.toISOString()
			})
			.where('id', '=', proposal.id)
			.execute();
		if (isAgreed) {
			const { reasonCode, reasonText } = proposal;
			const moveId = await insertDateMove(
				db,
				{
					projectId: actor.projectId,
					itemId: item.id,
					dateKind: 'agreed',
					fromOn: row.agreedOn,
					toOn,
					reasonCode,
					reasonText,
					reference: input.reference === '' ? `agreed by ${actor.name}` : input.reference,
					movedBy: actor.personId
				},
				now
			);
			const effect = { kind: 'date-move', recordId: moveId, itemId: item.id, label: item.code } as const;
			await linkDecision(db, actor, input.reference, effect, now);
			await putOnAgenda(db, actor, action, Number(row.agreedMoves ?? 0) + 1, now);
		}
		const details = { verdict: input.verdict, fromOn: row.agreedOn, toOn, note: input.note };
		await recordAudit(db, actor, 'action:decide-date', auditedItem(item), now, details);
		const told = { ...row, kind: 'action' } as const;
		const decided = { isAgreed, note: input.note };
		await tellOfDecidedDate(db, actor, told, proposal.proposedBy, decided, now);
		return { code: item.code, isAgreed };
	});
}
