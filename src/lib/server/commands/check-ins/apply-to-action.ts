import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ActionState } from '#lib/domain/meetings/actions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { blockTaken } from '#lib/server/commands/block-action.ts';
import { claimTaken } from '#lib/server/commands/claim-action.ts';
import { proposeForTaken } from '#lib/server/commands/propose-action-date.ts';
import { startTaken } from '#lib/server/commands/start-action.ts';
import { takeAction } from '#lib/server/commands/take-action.ts';
import { unblockTaken } from '#lib/server/commands/unblock-action.ts';
import type { CheckInLineRow } from '#lib/server/queries/check-ins/find-check-in.ts';
import type { CheckInRow } from './take-check-in.ts';

/** The owner's new estimate, which waits for whoever steers the action. */
export async function proposeDay(
	db: Db,
	actor: Actor,
	itemId: string,
	move: { toOn: Day; reasonCode: string; reasonText: string },
	now: Date
): Promise<boolean> {
	const action = await takeNow(db, actor, itemId, now);
	if (action.row.forecastOn === move.toOn) return false;
	await proposeForTaken(db, actor, action, { ...action.seen, ...move }, now);
	return true;
}

export async function claimLine(
	db: Db,
	actor: Actor,
	checkIn: CheckInRow,
	line: CheckInLineRow,
	now: Date
): Promise<boolean> {
	if (await wasSaid(db, checkIn, line.recordId, 'done-claimed', line.note)) return false;
	const action = await takeNow(db, actor, line.recordId, now);
	if (action.facts.state === 'done-claimed') return false;
	await claimTaken(db, actor, action, line.note, now);
	return true;
}

/** Whoever it waits for holds it from now on; of somebody outside the coordinator does. */
export async function blockLine(
	db: Db,
	actor: Actor,
	checkIn: CheckInRow,
	line: CheckInLineRow,
	now: Date
): Promise<boolean> {
	const { recordId: itemId, note, blockedById: organisationId } = line;
	const waitsFor = line.blockedBy ?? line.blockedByName;
	const reason = note === '' ? `Waits for ${waitsFor}` : `Waits for ${waitsFor}: ${note}`;
	if (await wasSaid(db, checkIn, itemId, 'blocked', reason)) return false;
	const found = await takeNow(db, actor, itemId, now);
	const { blockedByPersonId, blockingOrganisationId } = found.row;
	if (found.counting === 'blocked' && blockedByPersonId === null && blockingOrganisationId === organisationId)
		return false;
	if (found.counting === 'accepted') await startTaken(db, actor, found, '', now);
	if (found.counting === 'blocked') await unblockTaken(db, actor, found, '', now);
	const action = found.counting === 'in-progress' ? found : await takeNow(db, actor, itemId, now);
	const blocker = { personId: null, itemId: null, organisationId };
	const isOutside = organisationId === null;
	await blockTaken(db, actor, action, { reason, blocker, waitsFor, isOutside }, now);
	return true;
}

/** Has an earlier sending of this check-in said the same? What became of it since then is not undone. */
async function wasSaid(
	db: Db,
	{ createdAt }: Pick<CheckInRow, 'createdAt'>,
	itemId: string,
	state: ActionState,
	note: string
): Promise<boolean> {
	const step = await db
		.selectFrom('actionStep')
		.select('id')
		.where('itemId', '=', itemId)
		.where('state', '=', state)
		.where('note', '=', note)
		.where('enteredAt', '>=', createdAt)
		.orderBy('number')
		.executeTakeFirst();
	return step !== undefined;
}

/** The action as it stands now: the check-in speaks of the record, not of a version of its page. */
async function takeNow(db: Db, actor: Actor, itemId: string, now: Date) {
	const { version } = await db
		.selectFrom('item')
		.select('version')
		.where('id', '=', itemId)
		.where('projectId', '=', actor.projectId)
		.executeTakeFirstOrThrow();
	const seen = { itemId, version };
	return { ...(await takeAction(db, actor, seen, now)), seen };
}
