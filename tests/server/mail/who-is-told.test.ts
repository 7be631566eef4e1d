import type { Db } from '#db/schema.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { approveMinutes } from '#lib/server/commands/approve-minutes.ts';
import { blockAction } from '#lib/server/commands/block-action.ts';
import { acceptCheckIns } from '#lib/server/commands/check-ins/accept-check-ins.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { claimAction } from '#lib/server/commands/claim-action.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { declineAction } from '#lib/server/commands/decline-action.ts';
import { giveRisk } from '#lib/server/commands/edit-risk.ts';
import { handOverAction } from '#lib/server/commands/hand-over-action.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { takeMeetingStep } from '#lib/server/commands/take-meeting-step.ts';
import { withdrawCirculation } from '#lib/server/commands/withdraw-circulation.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { AFTER, aMinutesProject, circulatedMinutes } from '#tests/support/builders/a-minutes-project.ts';
import { A_NEW_ACTION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const LATER = new Date(NOW.getTime() + 60_000);

async function action(db: Db) {
	const made = await anActionProject(db);
	const { coordinator, owner, meeting, projectId } = made;
	const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
	const { id: itemId } = await createAction(db, coordinator, input, NOW);
	const other = await anActor(db, { projectId, name: 'Olga' });
	return { ...made, itemId, other, at: (version: number) => ({ itemId, version, note: '' }) };
}

async function begunAction(db: Db) {
	const made = await action(db);
	await acceptAction(db, made.owner, made.at(1), NOW);
	await startAction(db, made.owner, made.at(2), NOW);
	return made;
}

const ACTIONS: HandingOver[] = [
	[
		'a new action',
		async (db) => {
			const { coordinator, owner, meeting } = await anActionProject(db);
			const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
			return () => createAction(db, coordinator, input, NOW);
		},
		['Oraz']
	],
	[
		'an action that is declined',
		async (db) => {
			const { owner, other, itemId } = await action(db);
			const declined = { itemId, version: 1, reason: 'On leave', proposedOwnerId: other.personId };
			return () => declineAction(db, owner, declined, LATER);
		},
		['Carmen']
	],
	[
		'an action that is handed over',
		async (db) => {
			const { coordinator, other, at } = await action(db);
			return () => handOverAction(db, coordinator, { ...at(1), ownerId: other.personId }, LATER);
		},
		['Olga']
	],
	[
		'an action that waits for somebody',
		async (db) => {
			const { owner, other, itemId } = await begunAction(db);
			const block = { itemId, version: 3, reason: 'No data', personId: other.personId, waitsFor: '' };
			return () => blockAction(db, owner, block, LATER);
		},
		['Olga']
	],
	[
		'an action that is claimed to be done',
		async (db) => {
			const { owner, itemId } = await begunAction(db);
			return () => claimAction(db, owner, { itemId, version: 3, text: 'Sent' }, LATER);
		},
		['Carmen']
	]
];

async function sentCheckIn(db: Db) {
	const made = await aCheckInProject(db);
	await submitCheckIn(db, made.partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
	const { id, version } = await storedCheckIn(db, made.partner);
	return { ...made, checkIn: { id, version } };
}

const CHECK_INS: HandingOver[] = [
	[
		'a check-in that is sent',
		async (db) => {
			const { partner } = await aCheckInProject(db);
			return () => submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		},
		['Nodira']
	],
	[
		'a check-in that is returned',
		async (db) => {
			const { national, checkIn } = await sentCheckIn(db);
			return () => returnCheckIn(db, national, PERIOD, { checkIn, reason: 'Say more' }, IN_TIME);
		},
		['Bahrom']
	],
	[
		'a check-in that its country accepts',
		async (db) => {
			const { national, checkIn } = await sentCheckIn(db);
			return () => acceptCheckIns(db, national, PERIOD, { checkIns: [checkIn], note: '' }, IN_TIME);
		},
		['Bahrom', 'Carmen']
	],
	[
		'a check-in that the coordinator accepts',
		async (db) => {
			const { coordinator, checkIn } = await sentCheckIn(db);
			const input = { checkIns: [checkIn], note: 'The country is late' };
			return () => acceptCheckIns(db, coordinator, PERIOD, input, IN_TIME);
		},
		['Bahrom']
	]
];

const MINUTES: HandingOver[] = [
	[
		'a meeting that has ended',
		async (db) => {
			const { meeting, coordinator } = await aMinutesProject(db);
			await db.updateTable('meeting').set({ state: 'invited' }).where('id', '=', meeting.id).execute();
			const step = { meetingId: meeting.id, event: 'end', reason: '' } as const;
			return () => takeMeetingStep(db, coordinator, step, NOW);
		},
		['Bek']
	],
	[
		'minutes that are taken back',
		async (db) => {
			const { slug, chair } = await circulatedMinutes(db);
			return () => withdrawCirculation(db, chair, { slug, reason: 'A name is wrong' }, NOW);
		},
		['Bek']
	],
	[
		'an objection to minutes',
		async (db) => {
			const { slug, coordinator } = await circulatedMinutes(db);
			const objection = { slug, agendaItemId: null, text: 'We said no' };
			return () => raiseObjection(db, coordinator, objection, NOW);
		},
		['Aigerim', 'Bek']
	],
	[
		'minutes that are approved',
		async (db) => {
			const { slug, coordinator } = await circulatedMinutes(db);
			return () => approveMinutes(db, coordinator, { slug }, AFTER);
		},
		['Aigerim', 'Bek']
	]
];

async function risk(db: Db) {
	const made = await anActionProject(db);
	return { ...made, risk: await aRisk(db, { projectId: made.projectId }) };
}

const RISKS: HandingOver[] = [
	[
		'a measure against a risk',
		async (db) => {
			const { coordinator, owner, risk: found } = await risk(db);
			const measure = { riskId: found.id, text: 'Ask twice', ownerId: owner.personId, dueOn: '2026-07-31' };
			return () => planMeasure(db, coordinator, measure, NOW);
		},
		['Oraz']
	],
	[
		'a risk that is given to somebody',
		async (db) => {
			const { coordinator, owner, risk: found } = await risk(db);
			const given = { riskId: found.id, version: 1, ownerId: owner.personId };
			return () => giveRisk(db, coordinator, given, NOW);
		},
		['Oraz']
	]
];

testWhoIsTold([...ACTIONS, ...CHECK_INS, ...MINUTES, ...RISKS]);
