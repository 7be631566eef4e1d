import { expect, test } from 'vitest';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { tellOccasions } from '#lib/server/mail/tell-occasions.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { withDatabase } from '#tests/support/database.ts';

test('who has answered is not told that the check-in is late; the silent ones are, once', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator } = await aCheckInProject(db);
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		await db.deleteFrom('outboxMail').execute();
		const { dueOn } = await db
			.selectFrom('checkInPeriod')
			.select('dueOn')
			.where('startsOn', '=', PERIOD)
			.executeTakeFirstOrThrow();
		const after = new Date(Date.parse(`${dueOn}T12:00:00Z`) + 86_400_000);
		await tellOccasions(db, after);
		await tellOccasions(db, after);
		const late = await db
			.selectFrom('outboxMail')
			.select('toPersonId')
			.where('kind', '=', 'check-in-late')
			.execute();
		expect(late.map((one) => one.toPersonId).sort()).toEqual(
			[national.personId, coordinator.personId].sort()
		);
	}));
