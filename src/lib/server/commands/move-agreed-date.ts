import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { agreedMoveBlocks, DECISION_REASON } from '#lib/domain/date-moves.ts';
import type { Day } from '#lib/domain/days.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { workersOf } from '#lib/domain/mail/addressees.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MoveAgreedDate } from '#lib/schemas/dates.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { insertDateMove } from './insert-date-move.ts';
import { linkDecision } from './link-decision.ts';
import { mailedItem, queueMail } from './queue-mail.ts';
import { setItemDates } from './set-item-dates.ts';

/** The consortium or the officer agreed on another date; without their reference it does not move. */
export function moveAgreedDate(
	db: Db,
	actor: Actor,
	input: MoveAgreedDate,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const facts = await findMovableItem(db, actor.projectId, { id: input.itemId });
		if (!facts) throw new NotFound();
		const { item } = facts;
		assertCan(actor, 'item:agree-date', facts.subject);
		assertNone(agreedMoveBlocks(item, input));

		await setItemDates(db, item, input.version, { agreedOn: input.toOn });
		const move = {
			dateKind: 'agreed',
			fromOn: item.agreedOn ?? item.contractualOn,
			toOn: input.toOn,
			reasonCode: DECISION_REASON,
			reasonText: input.reasonText,
			reference: input.reference
		} as const;
		const recordId = await insertDateMove(
			db,
			{ ...move, projectId: item.projectId, itemId: item.id, movedBy: actor.personId },
			now
		);
		const effect = { kind: 'date-move', recordId, itemId: item.id, label: item.code } as const;
		await linkDecision(db, actor, input.reference, effect, now);
		await tellOfMove(db, actor, facts, input.toOn, now);
		await recordAudit(db, actor, 'item:agree-date', auditedItem(item), now, move);
		return { code: item.code };
	});
}

/** Who leads it and who was asked to review it read of the new day. */
async function tellOfMove(
	db: Db,
	actor: Actor,
	{ item, subject }: NonNullable<Awaited<ReturnType<typeof findMovableItem>>>,
	toOn: Day,
	now: Date
): Promise<void> {
	const people = await listAddressees(db, actor.projectId, await findToday(db, actor.projectId, now));
	const { leadOrganisationId, assignedPersonIds = [] } = subject;
	const to = [...(leadOrganisationId ? workersOf(leadOrganisationId, people) : []), ...assignedPersonIds];
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'date-moved',
			to: to.filter((id) => id !== actor.personId),
			subject: `${item.code}: its agreed date is ${toOn} now`,
			body: `Before it was ${item.agreedOn ?? item.contractualOn ?? 'not agreed'}.`,
			because: 'lead',
			about: mailedItem(item),
			path: itemPath(item)
		},
		now
	);
}
