import type { Db } from '#db/schema.ts';
import { blockBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { BlockAction } from '#lib/schemas/meetings/actions.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { assertMayStep, enterActionState, takeAction, type TakenAction } from './take-action.ts';

/** The owner cannot go on: the person, or who leads the item, that it waits for holds the ball. */
export function blockAction(db: Db, actor: Actor, input: BlockAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		const { projectId } = actor;
		const person = input.personId === null ? null : await findMember(db, projectId, input.personId);
		const item = input.waitsFor === '' ? null : await findItem(db, projectId, input.waitsFor);
		if (person === undefined || item === undefined) throw new NotFound();
		const blocker = { personId: person?.personId ?? null, itemId: item?.id ?? null, organisationId: null };
		const waitsFor = person?.name ?? item?.code ?? null;
		return blockTaken(db, actor, action, { reason: input.reason, blocker, waitsFor }, now);
	});
}

interface Block {
	reason: string;
	blocker: { personId: string | null; itemId: string | null; organisationId: string | null };
	/** Who or what it is, in words. */
	waitsFor: string | null;
	/** Somebody whom no record of ours knows: the coordinator holds it. */
	isOutside?: boolean;
}

/** The step itself, within the caller's transaction. */
export async function blockTaken(
	db: Db,
	actor: Actor,
	action: TakenAction,
	{ reason, blocker, waitsFor, isOutside = false }: Block,
	now: Date
) {
	assertMayStep(actor, action, 'block');
	const isElsewhere = isOutside || blocker.organisationId !== null;
	assertNone(blockBlocks(action.facts, action.counting, { reason, ...blocker, isElsewhere }));
	const step = {
		event: 'block',
		note: reason,
		set: {
			blockedReason: reason,
			blockedAt: now.toISOString(),
			blockedByPersonId: blocker.personId,
			blockedByItemId: blocker.itemId,
			blockedByOrganisationId: blocker.organisationId
		},
		details: { waitsFor }
	} as const;
	return enterActionState(db, actor, action, step, now);
}

function findItem(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('item')
		.select(['id', 'code'])
		.where('projectId', '=', projectId)
		.where('code', 'in', [code, code.toUpperCase()])
		.orderBy('code')
		.executeTakeFirst();
}
