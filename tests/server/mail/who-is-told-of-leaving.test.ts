import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { planLetters } from '#lib/domain/mail/plan-letters.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { blockAction } from '#lib/server/commands/block-action.ts';
import { claimAction } from '#lib/server/commands/claim-action.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { giveRisk } from '#lib/server/commands/edit-risk.ts';
import { endMembership } from '#lib/server/commands/end-membership.ts';
import { moveMember } from '#lib/server/commands/move-member.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { UNKNOWN_READER } from '#lib/server/mail/list-waiting.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { aMinutesProject } from '#tests/support/builders/a-minutes-project.ts';
import { aProfile } from '#tests/support/builders/a-profile.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { A_NEW_ACTION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const LATER = new Date(NOW.getTime() + 60_000);

const leaves = (db: Db, by: Actor, { personId }: Actor) =>
	endMembership(db, by, { personId, reason: 'Retired' }, LATER);

async function actions(db: Db) {
	const made = await anActionProject(db);
	const { projectId, owner, coordinator } = made;
	await anActor(db, { projectId, organisationId: owner.organisationId, name: 'Olga' });
	const chair = await anActor(db, { projectId, name: 'Chinara' });
	await db.updateTable('meeting').set({ chairId: chair.personId }).execute();
	const create = async () => {
		const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: made.meeting.id };
		return (await createAction(db, coordinator, input, NOW)).id;
	};
	const begin = async () => {
		const itemId = await create();
		await acceptAction(db, owner, { itemId, version: 1, note: '' }, NOW);
		await startAction(db, owner, { itemId, version: 2, note: '' }, NOW);
		return itemId;
	};
	return { ...made, chair, create, begin };
}

const ACTIONS: HandingOver[] = [
	[
		'an action whose owner leaves',
		async (db) => {
			const { coordinator, owner, create } = await actions(db);
			await create();
			return () => leaves(db, coordinator, owner);
		},
		['Olga']
	],
	[
		'an action that the chair who leaves was to verify',
		async (db) => {
			const { coordinator, owner, chair, begin } = await actions(db);
			await claimAction(db, owner, { itemId: await begin(), version: 3, text: 'Sent' }, NOW);
			return () => leaves(db, coordinator, chair);
		},
		['Quinn']
	],
	[
		'an action that waits for somebody who leaves',
		async (db) => {
			const { projectId, coordinator, owner, begin } = await actions(db);
			await anActor(db, { projectId, role: 'coordinator', name: 'Clara' });
			const blocker = await anActor(db, { projectId, name: 'Bela' });
			const block = { reason: 'No data', personId: blocker.personId, waitsFor: '' };
			await blockAction(db, owner, { itemId: await begin(), version: 3, ...block }, NOW);
			return () => leaves(db, coordinator, blocker);
		},
		['Clara']
	]
];

async function risks(db: Db) {
	const made = await actions(db);
	return { ...made, risk: await aRisk(db, { projectId: made.projectId }) };
}

const RISKS: HandingOver[] = [
	[
		'a risk whose watcher leaves',
		async (db) => {
			const { coordinator, owner, risk } = await risks(db);
			await giveRisk(db, coordinator, { riskId: risk.id, version: 1, ownerId: owner.personId }, NOW);
			return () => leaves(db, coordinator, owner);
		},
		['Olga']
	],
	[
		'a measure whose owner leaves',
		async (db) => {
			const { coordinator, owner, risk } = await risks(db);
			const measure = { riskId: risk.id, text: 'Ask twice', ownerId: owner.personId, dueOn: '2026-07-31' };
			await planMeasure(db, coordinator, measure, NOW);
			return () => leaves(db, coordinator, owner);
		},
		['Olga']
	],
	[
		'what is settled when its owner leaves',
		async (db) => {
			const { coordinator, owner, risk } = await risks(db);
			await giveRisk(db, coordinator, { riskId: risk.id, version: 1, ownerId: owner.personId }, NOW);
			await db.updateTable('risk').set({ state: 'closed' }).execute();
			return () => leaves(db, coordinator, owner);
		},
		[]
	]
];

async function inReview(db: Db) {
	const made = await aReviewableDeliverable(db);
	await stepsOf(db, made).toReview();
	const second = await anActor(db, { projectId: made.project.id, role: 'coordinator', name: 'Clara' });
	return { ...made, second };
}

const REVIEWS: HandingOver[] = [
	[
		'a deliverable whose reviewer leaves, so that one is missing',
		async (db) => {
			const { project, coordinator, first } = await inReview(db);
			await db.deleteFrom('roleGrant').where('personId', '=', first.personId).execute();
			await anActor(db, { projectId: project.id, role: 'qa-lead', name: 'Quentin' });
			return () => leaves(db, coordinator, first);
		},
		['Dimitra', 'Quentin']
	],
	[
		'a deliverable whose reviewer goes to work for its lead',
		async (db) => {
			const { coordinator, first, koksu } = await inReview(db);
			const move = {
				personId: first.personId,
				organisationId: koksu.id,
				fromOn: '2026-06-15',
				reason: 'Job'
			};
			return () => moveMember(db, coordinator, move, LATER);
		},
		['Dimitra']
	]
];

const ENTRIES: HandingOver[] = [
	[
		'an entry whose reviewer leaves',
		async (db) => {
			const made = await anEntryToSign(db);
			await made.assign(made.reviewer);
			await made.open();
			await db.deleteFrom('roleGrant').where('personId', '=', made.reviewer.personId).execute();
			return () => leaves(db, made.coordinator, made.reviewer);
		},
		['Dimitra']
	],
	[
		'an entry whose officer leaves',
		async (db) => {
			const made = await anEntryToSign(db);
			await made.reviewed();
			await made.name(made.rector);
			return () => leaves(db, made.coordinator, made.rector);
		},
		['Aigerim']
	],
	[
		'fields of an entry that somebody who leaves was to complete',
		async (db) => {
			const made = await anEntryToSign(db, 'idea');
			const { projectId, id: itemId } = made.entry;
			const { versionId } = await aProfile(db, { projectId, elements: ['title', 'grading'] });
			for (const element of ['title', 'grading'] as const)
				await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element });
			const { personId } = made.rector;
			const duty = { itemId, element: '' as const, personId, dueOn: null, note: '' };
			await assignDuty(db, made.author, duty, NOW);
			return () => leaves(db, made.coordinator, made.rector);
		},
		['Aigerim']
	]
];

const MINUTES: HandingOver[] = [
	[
		'minutes whose secretary leaves',
		async (db) => {
			const { coordinator, secretary } = await aMinutesProject(db);
			return () => leaves(db, coordinator, secretary);
		},
		['Aigerim']
	],
	[
		'minutes whose chair leaves while the secretary writes them',
		async (db) => {
			const { coordinator, chair } = await aMinutesProject(db);
			return () => leaves(db, coordinator, chair);
		},
		[]
	]
];

testWhoIsTold([...ACTIONS, ...RISKS, ...REVIEWS, ...ENTRIES, ...MINUTES]);

test('everything that somebody who leaves held is told in one letter', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, risk, create } = await risks(db);
		for (let count = 0; count < 3; count += 1) await create();
		await giveRisk(db, coordinator, { riskId: risk.id, version: 1, ownerId: owner.personId }, NOW);
		await leaves(db, coordinator, owner);
		const told = await db
			.selectFrom('outboxMail')
			.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
			.select(['outboxMail.id', 'toPersonId as personId', 'outboxMail.createdAt'])
			.select(['kind', 'because', 'subject', 'body', 'path'])
			.where('person.name', '=', 'Olga')
			.orderBy('subject')
			.execute();
		expect(told.map(({ kind, because, path }) => [kind, because, path])).toEqual([
			['ball', 'lead', 'actions/A-001'],
			['ball', 'lead', 'actions/A-002'],
			['ball', 'lead', 'actions/A-003'],
			['ball', 'lead', `risks/${risk.number}`]
		]);
		const soon = new Date(LATER.getTime() + 60_000);
		expect(planLetters(soon, told, () => UNKNOWN_READER).letters).toHaveLength(1);
		expect(told[0]).toMatchObject({ subject: 'A-001: please accept or decline' });
		expect(told[0]?.body).toContain('It lay with Oraz, who has left the project.');
	}));
