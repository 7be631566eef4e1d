import { expect, test } from 'vitest';
import { Conflict, Refusal } from '#lib/domain/reasons.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { takeBackCheckIn } from '#lib/server/commands/check-ins/take-back-check-in.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

test('before its due day and before anybody accepts it, what was sent is taken back with every word', () =>
	withDatabase(async (db) => {
		const { partner, first, national } = await aCheckInProject(db);
		await submitCheckIn(
			db,
			partner,
			PERIOD,
			aWrittenCheckIn([{ recordId: first.id, note: 'In print' }]),
			[],
			IN_TIME
		);
		const sent = await storedCheckIn(db, partner);
		await expect(takeBackCheckIn(db, national, PERIOD, IN_TIME)).rejects.toThrow(Refusal);
		await takeBackCheckIn(db, partner, PERIOD, IN_TIME);
		const draft = await storedCheckIn(db, partner);
		expect(draft).toMatchObject({ state: 'draft', firstSubmittedAt: sent.firstSubmittedAt });
		expect((await db.selectFrom('checkInLine').select('note').execute()).map(({ note }) => note)).toContain(
			'In print'
		);
		const acts = await db.selectFrom('auditEvent').select('act').orderBy('sequence').execute();
		expect(acts.at(-1)?.act).toBe('check-in:take-back');
		await expect(submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME)).rejects.toThrow(
			Conflict
		);
		await submitCheckIn(
			db,
			partner,
			PERIOD,
			aWrittenCheckIn([], { seenVersion: draft.version }),
			[],
			IN_TIME
		);
		expect(await storedCheckIn(db, partner)).toMatchObject({ state: 'submitted' });
	}));

test.each([
	['once its due day is over', 'submitted', new Date('2026-07-20T09:00:00.000Z'), ['correction-over']],
	['once the country accepted it', 'accepted-country', IN_TIME, ['wrong-state']]
] as const)('nothing is taken back %s', (_when, state, at, reasons) =>
	withDatabase(async (db) => {
		const { partner } = await aCheckInProject(db);
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		await db.updateTable('checkIn').set({ state }).execute();
		expect(await refused(db, () => takeBackCheckIn(db, partner, PERIOD, at))).toEqual(reasons);
		expect(await storedCheckIn(db, partner)).toMatchObject({ state });
	})
);
