import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { saveCheckIn } from '#lib/server/commands/check-ins/save-check-in.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { unblockAction } from '#lib/server/commands/unblock-action.ts';
import { listRecords } from '#lib/server/queries/list-records.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	freshly,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { A_NEW_ACTION } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { aReportingPeriod, lockLastCheckIn } from '#tests/support/builders/a-reporting-period.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const MAY = new Date('2026-05-11T09:00:00.000Z');
const at = (minute: number) => new Date(IN_TIME.getTime() + minute * 60_000);

type Written = ReturnType<typeof aWrittenCheckIn>;
const submit = async (db: Db, actor: Actor, input: Written, minute = 0) =>
	submitCheckIn(db, actor, PERIOD, await freshly(db, actor, input), [], at(minute));

/** An action that BSU's Bahrom has accepted. */
async function anAcceptedAction(db: Db) {
	const project = await aCheckInProject(db);
	const { partner, coordinator } = project;
	const input = { ...A_NEW_ACTION, ownerId: partner.personId, originItemId: project.first.id };
	const { id: itemId } = await createAction(db, coordinator, input, MAY);
	await acceptAction(db, partner, { itemId, version: 1, note: '' }, MAY);
	return { ...project, itemId };
}

async function aWatchedRisk(db: Db) {
	const project = await aCheckInProject(db);
	const { projectId, bsu } = project;
	const period = await aReportingPeriod(db, { projectId, number: 2, startMonth: 19, endMonth: 36 });
	const risk = await aRisk(db, { projectId, ownerOrganisationId: bsu.id });
	return { ...project, reportingPeriod: period, risk };
}

async function giveBack(db: Db, national: Actor, partner: Actor, minute: number) {
	const { id, version } = await storedCheckIn(db, partner);
	const input = { checkIn: { id, version }, reason: 'Say more' };
	await returnCheckIn(db, national, PERIOD, input, at(minute));
}

const stateOf = (db: Db, itemId: string) =>
	db
		.selectFrom('item')
		.innerJoin('action', 'action.itemId', 'item.id')
		.select(['state', 'blockedReason', 'blockedByOrganisationId'])
		.where('item.id', '=', itemId)
		.executeTakeFirstOrThrow();

const actsOn = async (db: Db, recordId: string) => {
	const events = await db
		.selectFrom('auditEvent')
		.select('act')
		.where('recordId', '=', recordId)
		.where('at', '>=', IN_TIME.toISOString())
		.orderBy('sequence')
		.execute();
	return events.map(({ act }) => act);
};

const mailsSince = (db: Db) =>
	db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select(['person.name', 'kind', 'body'])
		.where('outboxMail.createdAt', '>=', IN_TIME.toISOString())
		.where('aboutType', '=', 'action')
		.orderBy('outboxMail.id')
		.execute();

test('an action that waits for an organisation is blocked by its check-in, and lies with that organisation', () =>
	withDatabase(async (db) => {
		const { projectId, partner, upv, itemId } = await anAcceptedAction(db);
		await anActor(db, { projectId, organisationId: upv.id, name: 'Ursula' });
		const line = { recordId: itemId, answer: 'blocked', blockedById: upv.id, note: 'The template' } as const;
		await submit(db, partner, aWrittenCheckIn([line]));

		const reason = `Waits for ${upv.acronym}: The template`;
		expect(await stateOf(db, itemId)).toEqual({
			state: 'blocked',
			blockedReason: reason,
			blockedByOrganisationId: upv.id
		});
		expect(await actsOn(db, itemId)).toEqual(['action:start', 'action:block']);
		const told = (await mailsSince(db)).map(({ name, kind }) => [name, kind]);
		expect(told.sort()).toEqual([
			['Carmen', 'ball'],
			['Ursula', 'ball']
		]);
	}));

test('an action that waits for somebody outside lies with the coordinator, who reads for whom', () =>
	withDatabase(async (db) => {
		const { partner, itemId } = await anAcceptedAction(db);
		const line = { recordId: itemId, answer: 'blocked', blockedByName: 'the ministry' } as const;
		await submit(db, partner, aWrittenCheckIn([line]));
		expect(await stateOf(db, itemId)).toMatchObject({
			state: 'blocked',
			blockedReason: 'Waits for the ministry',
			blockedByOrganisationId: null
		});
		expect((await mailsSince(db)).map(({ name }) => name)).toEqual(['Carmen']);
	}));

test('a blocked action that went on meanwhile is not blocked again by the same check-in sent anew', () =>
	withDatabase(async (db) => {
		const { partner, national, upv, itemId } = await anAcceptedAction(db);
		const line = { recordId: itemId, answer: 'blocked', blockedById: upv.id } as const;
		const input = aWrittenCheckIn([line]);
		await submit(db, partner, input);
		await submit(db, partner, input);
		const { version } = await db
			.selectFrom('item')
			.select('version')
			.where('id', '=', itemId)
			.executeTakeFirstOrThrow();
		await unblockAction(db, partner, { itemId, version, note: '' }, at(1));
		await giveBack(db, national, partner, 2);
		await submit(db, partner, aWrittenCheckIn([{ ...line, version: 1 }]), 3);
		expect(await stateOf(db, itemId)).toMatchObject({ state: 'in-progress' });
		expect(await actsOn(db, itemId)).toEqual(['action:start', 'action:block', 'action:unblock']);
	}));

test('only the owner blocks an action: a colleague is not offered it, and refused', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, upv, itemId } = await anAcceptedAction(db);
		const colleague = await anActor(db, { projectId, organisationId: bsu.id });
		const line = { recordId: itemId, answer: 'blocked', blockedById: upv.id } as const;
		const blocking = () => submit(db, colleague, aWrittenCheckIn([line]));
		expect(await refused(db, blocking)).toEqual(['check-in-answer-unfit']);
		expect(await stateOf(db, itemId)).toMatchObject({ state: 'accepted' });
	}));

test('nothing waits for an organisation of another project', () =>
	withDatabase(async (db) => {
		const { partner, itemId } = await anAcceptedAction(db);
		const foreign = await anOrganisation(db, { projectId: (await aProject(db)).id });
		const line = { recordId: itemId, answer: 'blocked', blockedById: foreign.id } as const;
		const sending = () => submit(db, partner, aWrittenCheckIn([line]));
		expect(await refused(db, sending)).toEqual(['check-in-blocker-needed']);
		expect(await stateOf(db, itemId)).toMatchObject({ state: 'accepted' });
		expect(await db.selectFrom('checkInLine').selectAll().execute()).toEqual([]);
	}));

const statements = (db: Db) =>
	db
		.selectFrom('riskStatement')
		.select(['riskId', 'reportingPeriodId', 'measures', 'materialised', 'text', 'writtenBy', 'replacedAt'])
		.orderBy('id')
		.execute();

test('what is told of a risk is its state of play of the reporting period, once however often it is sent', () =>
	withDatabase(async (db) => {
		const { partner, national, risk, reportingPeriod } = await aWatchedRisk(db);
		const line = { recordId: risk.id, answer: 'on-track', note: 'Both ministries were asked' } as const;
		const input = aWrittenCheckIn([{ ...line, measures: 'partly' }]);
		await submit(db, partner, input);
		await submit(db, partner, input);
		await giveBack(db, national, partner, 1);
		await submit(db, partner, aWrittenCheckIn([{ ...line, measures: 'partly', version: 1 }]), 2);
		expect(await statements(db)).toEqual([
			{
				riskId: risk.id,
				reportingPeriodId: reportingPeriod.id,
				measures: 'partly',
				materialised: 0,
				text: 'Both ministries were asked',
				writtenBy: partner.personId,
				replacedAt: null
			}
		]);
		expect(await actsOn(db, risk.id)).toEqual(['risk:state-of-play']);
	}));

test('other words in a check-in that came back replace the state of play, which stays readable', () =>
	withDatabase(async (db) => {
		const { partner, national, risk } = await aWatchedRisk(db);
		const line = { recordId: risk.id, answer: 'on-track', measures: 'yes' } as const;
		await submit(db, partner, aWrittenCheckIn([{ ...line, note: 'Fine' }]));
		await giveBack(db, national, partner, 1);
		await submit(db, partner, aWrittenCheckIn([{ ...line, note: 'Fine: both answered', version: 1 }]), 2);
		expect((await statements(db)).map(({ text, replacedAt }) => [text, replacedAt])).toEqual([
			['Fine', at(2).toISOString()],
			['Fine: both answered', null]
		]);
	}));

test('a state of play says whether the measures were applied, and is refused without', () =>
	withDatabase(async (db) => {
		const { partner, risk } = await aWatchedRisk(db);
		const line = { recordId: risk.id, answer: 'on-track', note: 'Fine' } as const;
		const sending = () => submit(db, partner, aWrittenCheckIn([line]));
		expect(await refused(db, sending)).toEqual(['check-in-measures-needed']);
		expect(await statements(db)).toEqual([]);
	}));

test('in a locked reporting period the words stay in the check-in', () =>
	withDatabase(async (db) => {
		const { partner, risk, reportingPeriod } = await aWatchedRisk(db);
		const line = { recordId: risk.id, answer: 'on-track', note: 'Fine', measures: 'yes' } as const;
		await saveCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		await lockLastCheckIn(db, reportingPeriod, MAY.toISOString());
		await submit(db, partner, aWrittenCheckIn([line]));
		expect(await statements(db)).toEqual([]);
		const { note } = await db
			.selectFrom('checkInLine')
			.select('note')
			.where('recordId', '=', risk.id)
			.executeTakeFirstOrThrow();
		expect(note).toBe('Fine');
	}));

test('evidence of a risk stands for the risk, once, and is an event of its trail', () =>
	withDatabase(async (db) => {
		const { projectId, partner, national, risk } = await aWatchedRisk(db);
		const line = { recordId: risk.id, answer: 'no-change', link: 'https://example.org/letter' } as const;
		await submit(db, partner, aWrittenCheckIn([line]));
		await giveBack(db, national, partner, 1);
		await submit(db, partner, aWrittenCheckIn([{ ...line, version: 1 }]), 2);
		const uses = await db.selectFrom('recordEvidence').select(['recordType', 'recordId']).execute();
		expect(uses).toEqual([{ recordType: 'risk', recordId: risk.id }]);
		expect(await db.selectFrom('evidenceUse').selectAll().execute()).toEqual([]);
		expect(await actsOn(db, risk.id)).toEqual(['risk:evidence']);
		const [record] = await listRecords(db, projectId, 'risk', [risk.id]);
		expect(record).toMatchObject({ label: `R${risk.number}`, path: `/risks/${risk.number}` });
	}));
