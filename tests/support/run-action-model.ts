import fc from 'fast-check';
import { expect } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { blockAction } from '#lib/server/commands/block-action.ts';
import { claimAction } from '#lib/server/commands/claim-action.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { declineAction } from '#lib/server/commands/decline-action.ts';
import { cancelAction, supersedeAction } from '#lib/server/commands/end-action.ts';
import { handOverAction } from '#lib/server/commands/hand-over-action.ts';
import { reopenAction } from '#lib/server/commands/reopen-action.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { unblockAction } from '#lib/server/commands/unblock-action.ts';
import { verifyAction } from '#lib/server/commands/verify-action.ts';
import {
	aModel,
	ALL_STEPS,
	isAllowed,
	take,
	type Act,
	type Model,
	type Person,
	type Step
} from './action-model.ts';
import { A_NEW_ACTION, anActionProject } from './builders/an-action-project.ts';
import { anActor } from './builders/an-actor.ts';
import { NOW } from './builders/a-project.ts';
import { withDatabase } from './database.ts';

/** Mostly what is allowed, so that lives go far; some of anything, so that refusals are met. */
const move = fc.record({ wild: fc.integer({ min: 0, max: 3 }), pick: fc.nat() });

function chosen(model: Model, { wild, pick }: { wild: number; pick: number }): Step | undefined {
	const allowed = ALL_STEPS.filter((step) => isAllowed(model, step));
	const goesOn = allowed.filter(({ act }) => act !== 'cancel' && act !== 'supersede');
	const steps =
		wild === 0 || allowed.length === 0 ? ALL_STEPS : wild < 3 && goesOn.length > 0 ? goesOn : allowed;
	return steps[pick % steps.length];
}

/** Random lives of an action on a real database, step by step against the model. */
export async function runActionModel(numRuns: number): Promise<void> {
	await fc.assert(
		fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 25, size: 'max' }), (moves) =>
			withDatabase(async (db) => {
				const play = await aPlay(db);
				const model = aModel();
				const told: string[] = [];
				for (const given of moves) {
					const step = chosen(model, given);
					if (!step) continue;
					const may = isAllowed(model, step);
					told.push(`${step.by}: ${step.act} ${step.whom}`);
					expect([told, await play.take(step)]).toEqual([told, may]);
					if (may) take(model, step);
					const { state, ownerId } = await play.now();
					expect([told, state, ownerId]).toEqual([told, model.state, play.cast[model.owner].personId]);
				}
				expect((await play.history()).at(-1)).toBe(model.state);
			})
		),
		{ numRuns, endOnFailure: true }
	);
}

async function aPlay(db: Db) {
	const { projectId, owner, qaLead, coordinator: other, meeting } = await anActionProject(db);
	const chair = await anActor(db, { projectId, name: 'Chair' });
	await db.updateTable('meeting').set({ chairId: chair.personId }).execute();
	const cast: Record<Person, Actor> = { owner, chair, qaLead, other };
	const given = { ...A_NEW_ACTION, meetingId: meeting.id, ownerId: owner.personId };
	const { id } = await createAction(db, other, given, NOW);
	const successor = await createAction(db, other, given, NOW);
	const now = () =>
		db
			.selectFrom('item')
			.innerJoin('action', 'action.itemId', 'item.id')
			.select(['item.state', 'item.version', 'action.ownerId'])
			.where('item.id', '=', id)
			.executeTakeFirstOrThrow();
	const acts: Record<Act, (actor: Actor, version: number, whom: string) => Promise<unknown>> = {
		accept: (actor, version) => acceptAction(db, actor, { itemId: id, version, note: '' }, NOW),
		decline: (actor, version, proposedOwnerId) =>
			declineAction(db, actor, { itemId: id, version, reason: 'No time', proposedOwnerId }, NOW),
		start: (actor, version) => startAction(db, actor, { itemId: id, version, note: '' }, NOW),
		block: (actor, version, personId) =>
			blockAction(db, actor, { itemId: id, version, reason: 'Waits', personId, waitsFor: '' }, NOW),
		unblock: (actor, version) => unblockAction(db, actor, { itemId: id, version, note: '' }, NOW),
		claim: (actor, version) => claimAction(db, actor, { itemId: id, version, text: 'Sent' }, NOW),
		verify: (actor, version) => verifyAction(db, actor, { itemId: id, version, note: '' }, NOW),
		reopen: (actor, version) => reopenAction(db, actor, { itemId: id, version, reason: 'A page lacks' }, NOW),
		'hand-over': (actor, version, ownerId) =>
			handOverAction(db, actor, { itemId: id, version, ownerId, note: '' }, NOW),
		cancel: (actor, version) => cancelAction(db, actor, { itemId: id, version, reason: 'No need' }, NOW),
		supersede: (actor, version) =>
			supersedeAction(db, actor, { itemId: id, version, by: successor.code, reason: '' }, NOW)
	};
	return {
		cast,
		now,
		/** Whether the step was taken; anything but a refusal is a failure. */
		async take({ act, by, whom }: Step): Promise<boolean> {
			const { version } = await now();
			return acts[act](cast[by], version, cast[whom].personId).then(
				() => true,
				(error: unknown) => {
					if (error instanceof Refusal) return false;
					throw error;
				}
			);
		},
		async history(): Promise<string[]> {
			const steps = await db
				.selectFrom('actionStep')
				.select('state')
				.where('itemId', '=', id)
				.orderBy('number')
				.execute();
			return steps.map(({ state }) => state);
		}
	};
}
