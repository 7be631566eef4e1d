import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { queueMail, type QueuedMail } from '#lib/server/commands/queue-mail.ts';
import { aDeputy } from '#tests/support/builders/a-deputy.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

async function anAbsence(db: Db, given: { fromOn?: string; toOn?: string; isAgreed?: boolean } = {}) {
	const { id: projectId } = await aProject(db);
	const absent = await anActor(db, { projectId, name: 'Aziza' });
	const { organisationId } = absent;
	const deputy = await anActor(db, { projectId, organisationId, name: 'Bahrom' });
	const { fromOn = '2026-06-01', toOn = '2026-06-30', isAgreed = true } = given;
	const who = { projectId, organisationId, personId: absent.personId, deputyId: deputy.personId };
	await aDeputy(db, { ...who, fromOn, toOn, confirmedAt: isAgreed ? NOW.toISOString() : null });
	return { projectId, absent, deputy };
}

async function mailTo(db: Db, projectId: string, to: readonly Actor[], given: Partial<QueuedMail> = {}) {
	const mail = {
		kind: 'ball',
		because: 'lead',
		subject: 'D4.2: please revise it',
		body: 'It came back.'
	} as const;
	const ids = to.map(({ personId }) => personId);
	await queueMail(db, { projectId, to: ids, ...mail, ...given }, NOW);
	return db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select(['person.name', 'because', 'body'])
		.orderBy('person.name')
		.execute();
}

test('a deputy gets a copy that says for whom, until when, and why', () =>
	withDatabase(async (db) => {
		const { projectId, absent } = await anAbsence(db);
		expect(await mailTo(db, projectId, [absent])).toEqual([
			{ name: 'Aziza', because: 'lead', body: 'It came back.' },
			{
				name: 'Bahrom',
				because: 'standing-in',
				body: 'You stand in for Aziza until 30 Jun 2026. They are told:\n\nIt came back.'
			}
		]);
	}));

test('whoever is told anyhow gets no copy, and who did it themselves neither', () =>
	withDatabase(async (db) => {
		const { projectId, absent, deputy } = await anAbsence(db);
		const both = await mailTo(db, projectId, [absent, deputy], { occasion: 'one' });
		expect(both.map(({ name, because }) => [name, because])).toEqual([
			['Aziza', 'lead'],
			['Bahrom', 'lead']
		]);
		await mailTo(db, projectId, [absent], { occasion: 'two', from: deputy.personId });
		expect(await db.selectFrom('outboxMail').selectAll().execute()).toHaveLength(3);
	}));

test.each([
	['a review, which nobody signs in their place', { kind: 'review-requested', because: 'reviewer' }],
	['an action, which is theirs in person', { kind: 'action-created', because: 'owner' }],
	['a decision of the coordinator', { kind: 'check-in-submitted', because: 'coordinator' }],
	['an account', { kind: 'reset', because: 'account' }]
] as const)('there is no copy of %s', (_, given) =>
	withDatabase(async (db) => {
		const { projectId, absent } = await anAbsence(db);
		expect(await mailTo(db, projectId, [absent], given)).toHaveLength(1);
	})
);

test.each([
	['has not agreed', { isAgreed: false }],
	['does not stand in yet', { fromOn: '2026-06-16' }],
	['stands in no longer', { toOn: '2026-06-14' }]
])('a deputy who %s gets no copy', (_, given) =>
	withDatabase(async (db) => {
		const { projectId, absent } = await anAbsence(db, given);
		expect(await mailTo(db, projectId, [absent])).toHaveLength(1);
	})
);
