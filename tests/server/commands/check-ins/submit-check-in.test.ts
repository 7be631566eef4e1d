import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { saveCheckIn } from '#lib/server/commands/check-ins/save-check-in.ts';
import type { WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { reportNil, submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	freshly,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { newId } from '#lib/server/ids.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';
import { Conflict } from '#lib/domain/reasons.ts';

const A_FORECAST = { answer: 'new-forecast', forecastOn: '2026-08-14', reasonCode: 'staff' } as const;

const submit = (db: Db, actor: Actor, input: ReturnType<typeof aWrittenCheckIn>) =>
	submitCheckIn(db, actor, PERIOD, input, [], IN_TIME);
const linesOf = (db: Db) => db.selectFrom('checkInLine').selectAll().orderBy('position').execute();
const moves = (db: Db) => db.selectFrom('dateMove').selectAll().orderBy('id').execute();

test('a check-in with one new forecast moves it once in the slip ledger, and the rest says no change', () =>
	withDatabase(async (db) => {
		const { partner, first, second } = await aCheckInProject(db);
		const input = aWrittenCheckIn([
			{ recordId: first.id, ...A_FORECAST, note: 'Our editor is ill' },
			{ recordId: second.id }
		]);
		await submit(db, partner, input);

		expect(await storedCheckIn(db, partner)).toMatchObject({
			state: 'submitted',
			answer: 'report',
			firstSubmittedAt: IN_TIME.toISOString(),
			submittedBy: partner.personId
		});
		expect((await linesOf(db)).map(({ code, answer }) => [code, answer])).toEqual([
			['D4.1', 'new-forecast'],
			['D4.2', 'no-change']
		]);
		expect(await moves(db)).toMatchObject([
			{ itemId: first.id, dateKind: 'forecast', toOn: '2026-08-14', reasonText: 'Our editor is ill' }
		]);
	}));

test('a second tap of the same page is answered alike, and changes nothing', () =>
	withDatabase(async (db) => {
		const { partner, first } = await aCheckInProject(db);
		const input = aWrittenCheckIn([{ recordId: first.id, ...A_FORECAST, link: 'https://example.org/photo' }]);
		await submit(db, partner, input);
		await submit(db, partner, input);

		expect(await moves(db)).toHaveLength(1);
		expect(await db.selectFrom('evidence').selectAll().execute()).toHaveLength(1);
		expect(await db.selectFrom('evidenceUse').selectAll().execute()).toHaveLength(1);
		expect(await db.selectFrom('checkInStep').selectAll().execute()).toHaveLength(1);
	}));

test('a check-in is sent once: another page finds that it was', () =>
	withDatabase(async (db) => {
		const { partner } = await aCheckInProject(db);
		await submit(db, partner, aWrittenCheckIn());
		expect(await refused(db, () => submit(db, partner, aWrittenCheckIn()))).toEqual(['wrong-state']);
	}));

test('nothing to report is an answer of its own, and no line is made up for it', () =>
	withDatabase(async (db) => {
		const { partner } = await aCheckInProject(db);
		await reportNil(db, partner, PERIOD, aWrittenCheckIn(), IN_TIME);
		expect(await storedCheckIn(db, partner)).toMatchObject({ state: 'nil', answer: 'nil' });
		expect(await linesOf(db)).toEqual([]);
	}));

test('nothing to report is refused where something was marked, and what was marked stays', () =>
	withDatabase(async (db) => {
		const { partner, first } = await aCheckInProject(db);
		await saveCheckIn(
			db,
			partner,
			PERIOD,
			aWrittenCheckIn([{ recordId: first.id, note: 'In print' }]),
			[],
			IN_TIME
		);
		const nil = () => reportNil(db, partner, PERIOD, aWrittenCheckIn(), IN_TIME);
		expect(await refused(db, nil)).toEqual(['nil-with-answers']);
		expect(await storedCheckIn(db, partner)).toMatchObject({ state: 'draft' });
		expect(await linesOf(db)).toMatchObject([{ note: 'In print' }]);
	}));

test('nothing to report asks before words that were typed go, and never sends them along', () =>
	withDatabase(async (db) => {
		const { partner, bsu, workPackage } = await aCheckInProject(db);
		await db.updateTable('workPackage').set({ leadOrganisationId: bsu.id }).execute();
		const texts = [{ workPackageId: workPackage.id, version: 0, text: 'The third course is described; the' }];
		const nil = (given: Partial<WriteCheckIn> = {}) =>
			reportNil(db, partner, PERIOD, aWrittenCheckIn([], { texts, ...given }), IN_TIME);
		expect(await refused(db, nil)).toEqual(['nil-with-words']);
		await nil({ isConfirmed: true });
		expect(await storedCheckIn(db, partner)).toMatchObject({ state: 'nil' });
		expect(await db.selectFrom('checkInText').selectAll().execute()).toEqual([]);
	}));

test('no change for all is refused where something was marked, and sends nothing', () =>
	withDatabase(async (db) => {
		const { partner, first } = await aCheckInProject(db);
		const line = { recordId: first.id, answer: 'new-forecast' as const, forecastOn: '2026-09-30' };
		const input = aWrittenCheckIn([{ ...line, reasonCode: 'delay' }], { isNoChange: true });
		expect(await refused(db, () => submit(db, partner, input))).toContain('no-change-with-answers');
		expect(await db.selectFrom('checkIn').selectAll().execute()).toEqual([]);
	}));

test('an answer that lacks its part is refused with every reason, and nothing is sent', () =>
	withDatabase(async (db) => {
		const { partner, first, second } = await aCheckInProject(db);
		const input = aWrittenCheckIn([
			{ recordId: first.id, answer: 'new-forecast', forecastOn: '2026-06-01' },
			{ recordId: second.id, answer: 'blocked' }
		]);
		expect(await refused(db, () => submit(db, partner, input))).toEqual([
			'check-in-forecast-passed',
			'check-in-reason-needed',
			'check-in-blocker-needed'
		]);
		expect(await db.selectFrom('checkIn').selectAll().execute()).toEqual([]);
		expect(await moves(db)).toEqual([]);
	}));

test('a record of somebody else is not asked about, whatever the form says', () =>
	withDatabase(async (db) => {
		const { coordinator, first } = await aCheckInProject(db);
		const input = aWrittenCheckIn([{ recordId: first.id, ...A_FORECAST, link: 'https://example.org' }]);
		await submit(db, coordinator, input);
		expect(await linesOf(db)).toEqual([]);
		expect(await moves(db)).toEqual([]);
		expect(await db.selectFrom('evidence').selectAll().execute()).toEqual([]);
	}));

test('a draft keeps every word and changes no record; to others it is silence', () =>
	withDatabase(async (db) => {
		const { partner, first } = await aCheckInProject(db);
		const input = aWrittenCheckIn([
			{ recordId: first.id, ...A_FORECAST, reasonCode: null, note: 'Half a sen' }
		]);
		await saveCheckIn(db, partner, PERIOD, input, [], IN_TIME);
		await saveCheckIn(db, partner, PERIOD, input, [], IN_TIME);
		expect(await linesOf(db)).toMatchObject([{ note: 'Half a sen', forecastOn: '2026-08-14', version: 1 }]);
		expect(await moves(db)).toEqual([]);
		expect(await storedCheckIn(db, partner)).toMatchObject({ state: 'draft', firstSubmittedAt: null });
	}));

test('what a colleague wrote meanwhile is shown and not written over', () =>
	withDatabase(async (db) => {
		const { projectId, partner, first } = await aCheckInProject(db);
		const colleague = await anActor(db, { projectId, organisationId: partner.organisationId });
		const line = (note: string, version = 0) => [{ recordId: first.id, note, version }];
		await saveCheckIn(db, partner, PERIOD, aWrittenCheckIn(line('In print')), [], IN_TIME);
		const late = saveCheckIn(db, colleague, PERIOD, aWrittenCheckIn(line('Lost the file')), [], IN_TIME);
		const problem = await late.catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(Conflict);
		expect(problem).toMatchObject({ theirs: { [`note-${first.id}`]: 'In print' } });
		await saveCheckIn(db, colleague, PERIOD, aWrittenCheckIn(line('Both', 1)), [], IN_TIME);
		expect(await linesOf(db)).toMatchObject([{ note: 'Both', version: 2 }]);
	}));

test('the same page may save again although the answer to its last save never came', () =>
	withDatabase(async (db) => {
		const { partner, first } = await aCheckInProject(db);
		const key = aWrittenCheckIn().key;
		for (const note of ['In', 'In print'])
			await saveCheckIn(
				db,
				partner,
				PERIOD,
				aWrittenCheckIn([{ recordId: first.id, note }], { key }),
				[],
				IN_TIME
			);
		expect(await linesOf(db)).toMatchObject([{ note: 'In print' }]);
	}));

test('only one’s own organisation checks in, and only while the period is open', () =>
	withDatabase(async (db) => {
		const { projectId, partner } = await aCheckInProject(db);
		const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
		expect(await refused(db, () => submit(db, reviewer, aWrittenCheckIn()))).toEqual(['role-needed']);
		const future = submitCheckIn(db, partner, '2026-07-01', aWrittenCheckIn(), [], IN_TIME);
		await expect(future).rejects.toThrow('not found');
		expect(await db.selectFrom('checkIn').selectAll().execute()).toEqual([]);
	}));

test('who acts for somebody stands beside them in the history and in the audit trail', () =>
	withDatabase(async (db) => {
		const { partner } = await aCheckInProject(db);
		await submit(db, await standingIn(db, partner, 'Aziza'), aWrittenCheckIn());
		const step = await db.selectFrom('checkInStep').selectAll().executeTakeFirstOrThrow();
		expect(step).toMatchObject({ takenBy: partner.personId, takenFor: 'Aziza' });
		const event = await db
			.selectFrom('auditEvent')
			.select(['actorName', 'actingFor'])
			.where('act', '=', 'check-in:submit')
			.executeTakeFirstOrThrow();
		expect(event).toEqual({ actorName: 'Bahrom', actingFor: 'Aziza' });
	}));

/** The person acting today for a colleague of that name. */
async function standingIn(db: Db, person: Actor, name: string): Promise<Actor> {
	const { projectId, organisationId } = person;
	const absent = await anActor(db, { projectId, organisationId, name });
	const deputyRowId = newId();
	await db
		.insertInto('deputy')
		.values({
			id: deputyRowId,
			projectId,
			personId: absent.personId,
			deputyId: person.personId,
			organisationId,
			fromOn: '2026-05-01',
			toOn: '2026-06-30',
			reason: 'Leave',
			namedBy: absent.personId,
			namedAt: IN_TIME.toISOString(),
			confirmedAt: IN_TIME.toISOString(),
			endedAt: null,
			endedBy: null,
			endReason: null
		})
		.execute();
	const lent = absent.grants.map((grant) => ({ ...grant, by: 'deputy' }) as const);
	const actingFor = { deputyRowId, personId: absent.personId, name };
	return { ...person, actingFor, grants: [...person.grants, ...lent] };
}

test('a page from before a check-in came back neither sends it anew nor writes over newer words', () =>
	withDatabase(async (db) => {
		const { partner, national, first } = await aCheckInProject(db);
		const old = aWrittenCheckIn([{ recordId: first.id, answer: 'on-track', note: 'Half is written' }]);
		await submit(db, partner, old);
		const { id, version } = await storedCheckIn(db, partner);
		const back = { checkIn: { id, version }, reason: 'Which half?' };
		await returnCheckIn(db, national, PERIOD, back, IN_TIME);
		const twice = { seenVersion: '3' };
		await expect(submit(db, partner, old)).rejects.toMatchObject({ theirs: twice });
		await expect(reportNil(db, partner, PERIOD, old, IN_TIME)).rejects.toThrow(Conflict);
		expect((await storedCheckIn(db, partner)).state).toBe('returned');

		const newer = aWrittenCheckIn([
			{ recordId: first.id, answer: 'on-track', note: 'Chapters 1 to 3', version: 1 }
		]);
		await saveCheckIn(db, partner, PERIOD, await freshly(db, partner, newer), [], IN_TIME);
		const theirs = { ...twice, [`note-${first.id}`]: 'Chapters 1 to 3' };
		await expect(submit(db, partner, old)).rejects.toMatchObject({ theirs });
		await expect(saveCheckIn(db, partner, PERIOD, old, [], IN_TIME)).rejects.toMatchObject({ theirs });
		expect((await linesOf(db)).map(({ note }) => note)).toContain('Chapters 1 to 3');
		await submit(db, partner, await freshly(db, partner, newer));
		expect(await db.selectFrom('checkInStep').selectAll().execute()).toHaveLength(3);
	}));

test('what was prepared about a record that is led by others now changes nothing there, and stays in the check-in', () =>
	withDatabase(async (db) => {
		const { partner, upv, first, second } = await aCheckInProject(db);
		const link = 'https://example.org/photo';
		const draft = aWrittenCheckIn([
			{ recordId: first.id, ...A_FORECAST, note: 'Our editor is ill' },
			{ recordId: second.id, link }
		]);
		await saveCheckIn(db, partner, PERIOD, draft, [], IN_TIME);
		await db.updateTable('item').set({ leadOrganisationId: upv.id }).execute();
		expect(await submit(db, partner, aWrittenCheckIn())).toEqual({ skipped: ['D4.1', 'D4.2'] });
		expect(await moves(db)).toEqual([]);
		expect(await db.selectFrom('evidenceUse').selectAll().execute()).toEqual([]);
		expect((await linesOf(db)).map(({ code, note, appliedAt }) => [code, note, appliedAt])).toEqual([
			['D4.1', 'Our editor is ill', null],
			['D4.2', '', null]
		]);
		const brought = await db.selectFrom('checkInEvidence').select(['useId', 'removedAt']).execute();
		expect(brought).toEqual([{ useId: null, removedAt: null }]);
	}));
