import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { forecastMoveBlocks } from '#lib/domain/date-moves.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MoveForecast } from '#lib/schemas/dates.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertDateMove } from './insert-date-move.ts';
import { setItemDates } from './set-item-dates.ts';

/** A new honest estimate of the lead, with one of the reasons of the quality plan. */
export function moveForecast(
	db: Db,
	actor: Actor,
	input: MoveForecast,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const facts = await findMovableItem(db, actor.projectId, { id: input.itemId });
		if (!facts) throw new NotFound();
		const { item } = facts;
		const { plan } = await findQualityPlan(db, actor.projectId);
		const today = await findToday(db, actor.projectId, now);
		await shiftForecast(db, actor, facts, input, { plan, today }, now);
		return { code: item.code };
	});
}

type Movable = NonNullable<Awaited<ReturnType<typeof findMovableItem>>>;

/** The move itself, within the caller's transaction: one line of the slip ledger, with its reason. */
export async function shiftForecast(
	db: Db,
	actor: Actor,
	{ item, subject }: Movable,
	input: Omit<MoveForecast, 'itemId'>,
	{ plan, today }: { plan: QualityPlan; today: Day },
	now: Date
): Promise<void> {
	assertCan(actor, 'item:forecast', subject);
	assertNone(forecastMoveBlocks(item, input, plan.slipReasons, today));
	await setItemDates(db, item, input.version, { forecastOn: input.toOn });
	const move = {
		dateKind: 'forecast',
		fromOn: item.forecastOn ?? item.agreedOn,
		toOn: input.toOn,
		reasonCode: input.reasonCode,
		reasonText: input.reasonText,
		reference: null
	} as const;
	await insertDateMove(
		db,
		{ ...move, projectId: item.projectId, itemId: item.id, movedBy: actor.personId },
		now
	);
	await recordAudit(db, actor, 'item:forecast', auditedItem(item), now, move);
}
