import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { approveMinutes } from '#lib/server/commands/approve-minutes.ts';
import { editMeeting } from '#lib/server/commands/edit-meeting.ts';
import { signMinutes } from '#lib/server/commands/sign-minutes.ts';
import { withdrawCirculation } from '#lib/server/commands/withdraw-circulation.ts';
import { AFTER, circulatedMinutes } from '#tests/support/builders/a-minutes-project.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aCirculation(db: Db) {
	const made = await circulatedMinutes(db);
	const { coordinator, outsider, meeting } = made;
	const { version } = await db.selectFrom('meeting').select('version').executeTakeFirstOrThrow();
	const days = [{ day: '2026-06-10', startsAt: 540, endsAt: 1020 }];
	const head = { ...meeting, days, meetingId: meeting.id, newSeries: '', workPackageIds: [] };
	/** Puts somebody who was not in the room into the chair, or into the secretary's place. */
	const put = (part: 'chairId' | 'secretaryId', seen = version) =>
		editMeeting(db, coordinator, { ...head, version: seen, [part]: outsider.personId }, AFTER);
	return { ...made, put };
}

test('once minutes go round nobody takes the place of chair or secretary, nor when they are approved and signed', () =>
	withDatabase(async (db) => {
		const { slug, coordinator, chair, secretary, circulation, put } = await aCirculation(db);
		const bothStay = async () => {
			const { version } = await db.selectFrom('meeting').select('version').executeTakeFirstOrThrow();
			expect(await refused(db, () => put('chairId', version))).toEqual(['meeting-ended']);
			expect(await refused(db, () => put('secretaryId', version))).toEqual(['meeting-ended']);
		};
		await bothStay();
		await approveMinutes(db, coordinator, { slug }, AFTER);
		await bothStay();
		const seal = { slug, coversSha256: circulation.sha256, authenticatedAt: AFTER.toISOString() };
		await signMinutes(db, chair, { ...seal, part: 'chair' }, AFTER);
		await signMinutes(db, secretary, { ...seal, part: 'secretary' }, AFTER);
		await bothStay();
	}));

test('after the circulation is taken back another secretary may be named', () =>
	withDatabase(async (db) => {
		const { slug, secretary, outsider, put } = await aCirculation(db);
		await withdrawCirculation(db, secretary, { slug, reason: 'Bek is on leave' }, NOW);
		const { version } = await db.selectFrom('meeting').select('version').executeTakeFirstOrThrow();
		await put('secretaryId', version);
		const { secretaryId } = await db.selectFrom('meeting').select('secretaryId').executeTakeFirstOrThrow();
		expect(secretaryId).toBe(outsider.personId);
	}));
