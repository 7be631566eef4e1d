import type { Db } from '#db/schema.ts';
import { handOverBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { HandOverAction } from '#lib/schemas/meetings/actions.ts';
import { findActionOwner } from '#lib/server/queries/find-action-owner.ts';
import { insertContribution } from './insert-contribution.ts';
import { NOT_BLOCKED } from './not-blocked.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

/** Another person owns it from now on, and is asked to accept it. */
export function handOverAction(db: Db, actor: Actor, input: HandOverAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'hand-over');
		const owner = await findActionOwner(db, actor.projectId, input.ownerId, action.today);
		assertNone(handOverBlocks(action.facts, action.counting, owner));
		const { personId, organisationId } = owner;
		const itemId = action.item.id;
		await db
			.updateTable('item')
			.set({ leadOrganisationId: organisationId, stateSinceAt: now.toISOString() })
			.where('id', '=', itemId)
			.execute();
		const lead = { itemId, organisationId, personId: null, kind: 'lead', note: 'owns it' } as const;
		await insertContribution(db, actor, lead, now);
		const step = {
			event: 'hand-over',
			note: input.note,
			set: {
				ownerId: personId,
				acceptedAt: null,
				declinedReason: null,
				proposedOwnerId: null,
				...NOT_BLOCKED
			},
			details: { owner: owner.name, organisation: owner.acronym, before: action.facts.ownerName }
		} as const;
		return enterActionState(db, actor, action, step, now);
	});
}
