import { expect, test } from 'vitest';
import { acceptObjection, withdrawObjection } from '#lib/server/commands/settle-objection.ts';
import { answerObjection } from '#lib/server/commands/answer-objection.ts';
import { approveMinutes } from '#lib/server/commands/approve-minutes.ts';
import { circulateMinutes } from '#lib/server/commands/circulate-minutes.ts';
import { correctMinutes } from '#lib/server/commands/correct-minutes.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { signMinutes } from '#lib/server/commands/sign-minutes.ts';
import { withdrawCirculation } from '#lib/server/commands/withdraw-circulation.ts';
import { writeMinutes } from '#lib/server/commands/write-minutes.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { Db } from '#db/schema.ts';
import { sha256 } from '#lib/server/ids.ts';
import {
	AFTER,
	aMinutesProject,
	circulatedMinutes,
	writtenMinutes
} from '#tests/support/builders/a-minutes-project.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const AT = NOW.toISOString();

const standOf = (db: Db) =>
	db.selectFrom('meeting').select(['state', 'minutesState']).executeTakeFirstOrThrow();

async function signed(db: Db) {
	const made = await circulatedMinutes(db);
	const { slug, coordinator, chair, secretary, circulation } = made;
	await approveMinutes(db, coordinator, { slug }, AFTER);
	const seal = { slug, coversSha256: circulation.sha256, authenticatedAt: AT };
	await signMinutes(db, chair, { ...seal, part: 'chair' }, AFTER);
	await signMinutes(db, secretary, { ...seal, part: 'secretary' }, AFTER);
	return { ...made, seal };
}

test('minutes with a blank point do not go round, and the reasons name it', () =>
	withDatabase(async (db) => {
		const { slug, secretary } = await aMinutesProject(db);
		expect(await refused(db, () => circulateMinutes(db, secretary, { slug }, NOW))).toEqual([
			'points-without-text'
		]);
	}));

test('circulating freezes the whole, tells everybody else invited, and opens ten working days', () =>
	withDatabase(async (db) => {
		const { slug, circulation } = await circulatedMinutes(db);
		expect(circulation).toMatchObject({ number: 1, objectionsUntilOn: '2026-06-29' });
		const row = await db.selectFrom('minutesCirculation').selectAll().executeTakeFirstOrThrow();
		expect(sha256(row.content)).toBe(row.sha256);
		expect(await standOf(db)).toEqual({ state: 'held', minutesState: 'circulated' });
		const mails = await db.selectFrom('outboxMail').select('kind').execute();
		expect(mails.map(({ kind }) => kind)).toEqual(Array(2).fill('minutes-circulated'));
		const acts = await db
			.selectFrom('auditEvent')
			.select(['act', 'recordLabel'])
			.orderBy('sequence')
			.execute();
		expect(acts.at(-1)).toEqual({ act: 'minutes:circulate', recordLabel: slug });
	}));

test('who saw another text than what stands now does not circulate it', () =>
	withDatabase(async (db) => {
		const { slug, secretary } = await writtenMinutes(db);
		const attempt = circulateMinutes(db, secretary, { slug, sha256: 'f'.repeat(64) }, NOW);
		await expect(attempt).rejects.toBeInstanceOf(Conflict);
		expect(await standOf(db)).toMatchObject({ minutesState: 'draft' });
	}));

test('an objection stands until it is withdrawn by who raised it, and blocks the approval', () =>
	withDatabase(async (db) => {
		const { slug, first, coordinator, chair, secretary } = await circulatedMinutes(db);
		const objection = { slug, agendaItemId: first.id, text: 'We did not agree.' };
		const objectionId = await raiseObjection(db, secretary, objection, NOW);
		expect(await refused(db, () => raiseObjection(db, secretary, objection, NOW))).toEqual([
			'objection-open'
		]);
		await answerObjection(db, chair, { slug, objectionId, answer: 'It says so.' }, NOW);
		expect(await refused(db, () => approveMinutes(db, coordinator, { slug }, AFTER))).toEqual([
			'objections-stand'
		]);
		const settle = { slug, objectionId, note: '' };
		expect(await refused(db, () => withdrawObjection(db, chair, settle, NOW))).toEqual([
			'objection-of-other'
		]);
		await withdrawObjection(db, secretary, settle, NOW);
		await approveMinutes(db, coordinator, { slug }, AFTER);
		expect(await standOf(db)).toEqual({ state: 'minuted', minutesState: 'approved' });
	}));

test('nobody objects after the window, and no organisation that was not invited', () =>
	withDatabase(async (db) => {
		const { slug, chair, outsider } = await circulatedMinutes(db);
		const objection = { slug, agendaItemId: null, text: 'No.' };
		expect(await refused(db, () => raiseObjection(db, chair, objection, AFTER))).toEqual(['window-over']);
		expect(await refused(db, () => raiseObjection(db, outsider, objection, NOW))).toEqual(['out-of-scope']);
	}));

test('an accepted objection takes the circulation back; the next one has the next number', () =>
	withDatabase(async (db) => {
		const { slug, first, coordinator, chair, secretary } = await circulatedMinutes(db);
		const objectionId = await raiseObjection(
			db,
			secretary,
			{ slug, agendaItemId: first.id, text: 'Wrong sum.' },
			NOW
		);
		await acceptObjection(db, chair, { slug, objectionId, note: 'Right.' }, NOW);
		expect(await standOf(db)).toEqual({ state: 'held', minutesState: 'draft' });
		const text = { slug, agendaItemId: first.id, version: 1, text: 'The right sum.' };
		await writeMinutes(db, coordinator, text, NOW);
		expect(await circulateMinutes(db, secretary, { slug }, NOW)).toMatchObject({ number: 2 });
		const rows = await db.selectFrom('minutesCirculation').selectAll().orderBy('number').execute();
		expect(rows.map(({ outcome, endReason }) => [outcome, endReason])).toEqual([
			['withdrawn', `Objection of ${secretary.organisationAcronym} accepted`],
			[null, null]
		]);
		expect(rows[0]?.content).toContain('"Budget"');
		await withdrawCirculation(db, chair, { slug, reason: 'A name is missing.' }, NOW);
		expect(await standOf(db)).toMatchObject({ minutesState: 'draft' });
	}));

test('without a quorum minutes are never approved, even after the window', () =>
	withDatabase(async (db) => {
		const { slug, coordinator } = await circulatedMinutes(db, 'absent');
		expect(await refused(db, () => approveMinutes(db, coordinator, { slug }, NOW))).toEqual([
			'window-open',
			'quorum-not-held'
		]);
		expect(await refused(db, () => approveMinutes(db, coordinator, { slug }, AFTER))).toEqual([
			'quorum-not-held'
		]);
	}));

test('only the coordinator approves', () =>
	withDatabase(async (db) => {
		const { slug, chair } = await circulatedMinutes(db);
		expect(await refused(db, () => approveMinutes(db, chair, { slug }, AFTER))).toEqual(['role-needed']);
	}));

test('signed by chair and by secretary minutes are locked, and the meeting is closed', () =>
	withDatabase(async (db) => {
		const { circulation } = await signed(db);
		expect(await standOf(db)).toEqual({ state: 'closed', minutesState: 'locked' });
		const rows = await db.selectFrom('minutesSignature').selectAll().orderBy('part').execute();
		expect(rows.map(({ part, personName, coversSha256 }) => [part, personName, coversSha256])).toEqual([
			['chair', 'Aigerim', circulation.sha256],
			['secretary', 'Bek', circulation.sha256]
		]);
		const { act } = await db
			.selectFrom('auditEvent')
			.select('act')
			.orderBy('sequence', 'desc')
			.executeTakeFirstOrThrow();
		expect(act).toBe('minutes:lock');
	}));

test('nobody signs twice, for the other, something else, or too early', () =>
	withDatabase(async (db) => {
		const { slug, coordinator, chair, secretary, circulation } = await circulatedMinutes(db);
		const seal = { slug, coversSha256: circulation.sha256, authenticatedAt: AT };
		const sign = (actor: typeof chair, part: 'chair' | 'secretary', coversSha256 = circulation.sha256) =>
			refused(db, () => signMinutes(db, actor, { ...seal, part, coversSha256 }, AFTER));
		expect(await sign(chair, 'chair')).toEqual(['minutes-state']);
		await approveMinutes(db, coordinator, { slug }, AFTER);
		expect(await sign(secretary, 'chair')).toEqual(['not-the-officer']);
		expect(await sign(coordinator, 'chair')).toEqual(['out-of-scope']);
		expect(await sign(chair, 'chair', 'e'.repeat(64))).toEqual(['minutes-not-seen']);
		await signMinutes(db, chair, { ...seal, part: 'chair' }, AFTER);
		expect(await sign(chair, 'chair')).toEqual(['part-signed']);
		await db.updateTable('meeting').set({ secretaryId: chair.personId }).execute();
		expect(await sign(chair, 'secretary')).toEqual(['signs-other-part']);
	}));

test('two signatures at the same moment are one of each, and lock once', () =>
	withDatabase(async (db) => {
		const { slug, coordinator, chair, secretary, circulation } = await circulatedMinutes(db);
		await approveMinutes(db, coordinator, { slug }, AFTER);
		const seal = { slug, coversSha256: circulation.sha256, authenticatedAt: AT };
		const settled = await Promise.allSettled([
			signMinutes(db, chair, { ...seal, part: 'chair' }, AFTER),
			signMinutes(db, chair, { ...seal, part: 'chair' }, AFTER),
			signMinutes(db, secretary, { ...seal, part: 'secretary' }, AFTER)
		]);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		const locks = await db.selectFrom('auditEvent').selectAll().where('act', '=', 'minutes:lock').execute();
		expect(locks).toHaveLength(1);
	}));

test('errata are numbered, two at once too, and the signed text stays', () =>
	withDatabase(async (db) => {
		const { slug, first, coordinator, secretary } = await signed(db);
		const before = await db.selectFrom('minutesCirculation').selectAll().execute();
		const erratum = { slug, agendaItemId: first.id, text: '12,000 euros', reason: 'A typing error.' };
		const numbers = await Promise.all([
			correctMinutes(db, coordinator, erratum, AFTER),
			correctMinutes(db, secretary, { ...erratum, agendaItemId: null }, AFTER)
		]);
		expect(numbers.sort()).toEqual([1, 2]);
		expect(await db.selectFrom('minutesCirculation').selectAll().execute()).toEqual(before);
		const write = { slug, agendaItemId: first.id, version: 1, text: 'Otherwise' };
		expect(await refused(db, () => writeMinutes(db, coordinator, write, AFTER))).toEqual([
			'minutes-text-fixed'
		]);
	}));

test('there is no erratum before the lock', () =>
	withDatabase(async (db) => {
		const { slug, coordinator } = await circulatedMinutes(db);
		const erratum = { slug, agendaItemId: null, text: 'x', reason: 'y' };
		expect(await refused(db, () => correctMinutes(db, coordinator, erratum, NOW))).toEqual(['minutes-state']);
	}));
