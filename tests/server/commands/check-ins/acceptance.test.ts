import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { acceptCheckIns } from '#lib/server/commands/check-ins/accept-check-ins.ts';
import { goWithout } from '#lib/server/commands/check-ins/go-without.ts';
import { lockPeriod, reopenPeriod } from '#lib/server/commands/check-ins/lock-period.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { reportNil, submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { writeStatement } from '#lib/server/commands/write-statement.ts';
import { GoWithoutSchema } from '#lib/schemas/check-ins.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	freshly,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { findLockFacts } from '#lib/server/queries/check-ins/find-lock-facts.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';
import { aReportingPeriod } from '#tests/support/builders/a-reporting-period.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function reported(db: Db) {
	const made = await aCheckInProject(db);
	const submit = async (actor: Actor) =>
		submitCheckIn(db, actor, PERIOD, await freshly(db, actor, aWrittenCheckIn()), [], IN_TIME);
	const seen = async (actor: Actor) => {
		const { id, version } = await storedCheckIn(db, actor);
		return { id, version };
	};
	const accept = async (by: Actor, of: readonly Actor[], note = '') =>
		acceptCheckIns(db, by, PERIOD, { checkIns: await Promise.all(of.map(seen)), note }, IN_TIME);
	const giveBack = async (by: Actor, of: Actor, reason: string) =>
		returnCheckIn(db, by, PERIOD, { checkIn: await seen(of), reason }, IN_TIME);
	const without = (by: Actor, organisationIds: string[], reason = 'They moved house') =>
		goWithout(db, by, PERIOD, { organisationIds, reason }, IN_TIME);
	const state = async (actor: Actor) => (await storedCheckIn(db, actor)).state;
	return { ...made, submit, accept, giveBack, without, state };
}

test('the country comes first, the project waits for the whole country, then the period locks', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator, submit, accept, state } = await reported(db);
		await submit(partner);
		expect(await refused(db, () => accept(coordinator, [partner]))).toEqual(['country-first']);
		await accept(national, [partner]);
		expect(await state(partner)).toBe('accepted-country');
		expect(await refused(db, () => accept(coordinator, [partner]))).toEqual(['country-waits']);

		await reportNil(db, national, PERIOD, aWrittenCheckIn(), IN_TIME);
		await submit(coordinator);
		await accept(coordinator, [partner, national, coordinator]);
		expect(await state(national)).toBe('accepted-project');
		await lockPeriod(db, coordinator, PERIOD, IN_TIME);
		expect(await refused(db, () => submit(partner))).toEqual(['period-locked']);
	}));

test('nobody accepts for the country what their own organisation reported', () =>
	withDatabase(async (db) => {
		const { national, submit, accept, state } = await reported(db);
		await submit(national);
		expect(await refused(db, () => accept(national, [national]))).toEqual(['own-organisation']);
		expect(await state(national)).toBe('submitted');
	}));

test('the coordinator may pass over a country, and says why', () =>
	withDatabase(async (db) => {
		const { partner, coordinator, submit, accept, state } = await reported(db);
		await submit(partner);
		await accept(coordinator, [partner], 'The national coordinator is in hospital');
		expect(await state(partner)).toBe('accepted-project');
	}));

test('what is returned comes again, is in time by its first day, and is accepted anew', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator, submit, accept, giveBack, state } = await reported(db);
		await submit(partner);
		await accept(national, [partner]);
		await giveBack(coordinator, partner, 'Which cohort?');
		expect(await state(partner)).toBe('returned');
		const later = new Date('2026-06-09T09:00:00.000Z');
		const form = await freshly(db, partner, aWrittenCheckIn());
		await submitCheckIn(db, partner, PERIOD, form, [], later);
		expect(await storedCheckIn(db, partner)).toMatchObject({
			state: 'submitted',
			firstSubmittedAt: IN_TIME.toISOString(),
			submittedAt: later.toISOString()
		});
		const steps = await db.selectFrom('checkInStep').select(['event', 'reason']).orderBy('number').execute();
		expect(steps.map(({ event }) => event)).toEqual(['submit', 'accept-country', 'return', 'submit']);
		expect(steps[2]?.reason).toBe('Which cohort?');
	}));

test('what was changed since it was read is not accepted unread', () =>
	withDatabase(async (db) => {
		const { partner, national, submit, state } = await reported(db);
		await submit(partner);
		const { id, version } = await storedCheckIn(db, partner);
		const unread = { checkIns: [{ id, version: version - 1 }], note: '' };
		await expect(acceptCheckIns(db, national, PERIOD, unread, IN_TIME)).rejects.toThrow('changed meanwhile');
		expect(await state(partner)).toBe('submitted');
	}));

test('a country goes on without a silent partner only for a reason, and no longer when it reports', () =>
	withDatabase(async (db) => {
		const { bsu, partner, national, coordinator, submit, accept, without } = await reported(db);
		await submit(national);
		expect(await refused(db, () => accept(coordinator, [national]))).toEqual(['country-waits']);
		expect(await refused(db, () => without(national, [bsu.id], ' '))).toEqual(['without-reason-needed']);
		await without(national, [bsu.id]);
		await accept(coordinator, [national]);

		await submit(partner);
		const standing = db.selectFrom('checkInException').selectAll().where('endedAt', 'is', null);
		expect(await standing.execute()).toEqual([]);
		expect(await refused(db, () => without(national, [bsu.id]))).toEqual(['without-reported']);
	}));

test('a national coordinator has no word in another country', () =>
	withDatabase(async (db) => {
		const { national, coordinator, upv, submit, accept, without, giveBack } = await reported(db);
		await submit(coordinator);
		expect(await refused(db, () => accept(national, [coordinator]))).toEqual(['out-of-scope']);
		expect(await refused(db, () => giveBack(national, coordinator, 'No'))).toEqual(['out-of-scope']);
		expect(await refused(db, () => without(national, [upv.id]))).toEqual(['out-of-scope']);
	}));

test('a period is not locked over silence, over lateness that nobody explained, or before it ends', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, fpi, coordinator, submit, accept, without } = await reported(db);
		await aDeliverable(db, { projectId, code: 'D1.1', agreedOn: '2026-04-30' });
		await submit(coordinator);
		await accept(coordinator, [coordinator]);
		const lock = () => lockPeriod(db, coordinator, PERIOD, IN_TIME);
		expect(await refused(db, lock)).toEqual(['period-waits', 'lateness-unjustified']);
		await without(coordinator, [bsu.id, fpi.id]);
		expect(await refused(db, lock)).toEqual(['lateness-unjustified']);
		await db.updateTable('deliverable').set({ lateJustification: 'A flood' }).execute();
		await lock();
		expect(await refused(db, lock)).toEqual(['period-locked']);

		const june = () => lockPeriod(db, coordinator, '2026-06-01', IN_TIME);
		expect(await refused(db, june)).toContain('period-running');
	}));

test('what falls due later in a running period is not past its day, and nobody is asked why', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator } = await reported(db);
		await aDeliverable(db, { projectId, code: 'D1.3', agreedOn: '2026-06-14' });
		await aDeliverable(db, { projectId, code: 'D1.4', agreedOn: '2026-06-15' });
		await aDeliverable(db, { projectId, code: 'D1.5', agreedOn: '2026-06-30' });
		const unjustified = async (today: string) => {
			const period = { id: null, endsOn: '2026-06-30', lockedAt: null };
			return (await findLockFacts(db, coordinator.projectId, period, today, [])).unjustified;
		};
		expect(await unjustified('2026-06-15')).toEqual(['D1.3']);
		expect(await unjustified('2026-07-01')).toEqual(['D1.3', 'D1.4', 'D1.5']);
	}));

test('a locked period opens only with a reason, and what was accepted is accepted anew', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator, submit, accept, state } = await reported(db);
		for (const actor of [partner, national, coordinator]) await submit(actor);
		await accept(national, [partner]);
		await accept(coordinator, [partner, national, coordinator]);
		await lockPeriod(db, coordinator, PERIOD, IN_TIME);
		const reopen = (reason: string) => reopenPeriod(db, coordinator, PERIOD, { reason }, IN_TIME);
		expect(await refused(db, () => reopen(''))).toEqual(['reopen-reason-needed']);
		await reopen('BSU sent the wrong list');
		expect(await state(partner)).toBe('accepted-country');
		expect(await state(national)).toBe('submitted');
		expect(await refused(db, () => lockPeriod(db, coordinator, PERIOD, IN_TIME))).toEqual(['period-waits']);
		const steps = await db
			.selectFrom('checkInPeriodStep')
			.select(['event', 'reason'])
			.orderBy('number')
			.execute();
		expect(steps).toEqual([
			{ event: 'lock', reason: '' },
			{ event: 'reopen', reason: 'BSU sent the wrong list' }
		]);
	}));

test('what the project has accepted, the country no longer takes back; the coordinator still does', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator, submit, accept, giveBack, state } = await reported(db);
		for (const actor of [partner, national]) await submit(actor);
		await accept(national, [partner]);
		await accept(coordinator, [partner]);
		expect(await refused(db, () => giveBack(national, partner, 'Which list?'))).toEqual([
			'accepted-by-project'
		]);
		expect(await state(partner)).toBe('accepted-project');
		await giveBack(coordinator, partner, 'Which list?');
		expect(await state(partner)).toBe('returned');
	}));

test('with its last check-in a reporting period is locked: no state of play is rewritten until it opens again', () =>
	withDatabase(async (db) => {
		const { projectId, partner, national, coordinator, submit, accept } = await reported(db);
		const { id: periodId } = await aReportingPeriod(db, { projectId, endMonth: 30 });
		const later = await aReportingPeriod(db, { projectId, number: 2, startMonth: 31, endMonth: 36 });
		const { id: riskId } = await aRisk(db, { projectId, number: 1 });
		const said = { riskId, periodId, measures: 'yes' as const, materialised: false };
		const write = (text: string) => writeStatement(db, coordinator, { ...said, text }, IN_TIME);
		await write('All quiet');
		for (const actor of [partner, national, coordinator]) await submit(actor);
		await accept(national, [partner]);
		await accept(coordinator, [partner, national, coordinator]);
		await lockPeriod(db, coordinator, PERIOD, IN_TIME);
		expect(await refused(db, () => write('It was never quiet'))).toEqual(['statement-period-locked']);
		const open = (await listReportingPeriods(db, projectId)).filter(({ lockedAt }) => lockedAt === null);
		expect(open.map(({ id }) => id)).toEqual([later.id]);

		await reopenPeriod(db, coordinator, PERIOD, { reason: 'A risk was forgotten' }, IN_TIME);
		await write('It was never quiet');
	}));

test('an organisation that a form names twice is gone on without once', () =>
	withDatabase(async (db) => {
		const { fpi, coordinator, without } = await reported(db);
		const { organisationIds } = v.parse(GoWithoutSchema, { organisationIds: [fpi.id, fpi.id], reason: 'x' });
		await without(coordinator, organisationIds);
		expect(await db.selectFrom('checkInException').select('organisationId').execute()).toHaveLength(1);
	}));
