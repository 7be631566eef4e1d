import { expect, test } from 'vitest';
import { homeMeetings } from '#lib/domain/meetings/home-meetings.ts';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { listWaitingRecords } from '#lib/server/queries/list-waiting-records.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

async function seenBy(db: Db, actor: Actor, today = '2026-06-15') {
	const context = { today, algorithm: PROPOSED_ALGORITHM, seesLapsed: false };
	const records = await listWaitingRecords(db, actor, context);
	const days = records.filter(({ kind }) => kind === 'meeting-day');
	return homeMeetings(days, { today, zone: 'Europe/Madrid' });
}

test('the next meetings stand on the clocks of who looks, those of other projects never', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		await aMeeting(db, { projectId, title: 'Pilots' });
		await aMeeting(db, { projectId, title: 'Called off', state: 'cancelled' });
		await aMeeting(db, { projectId: (await aProject(db)).id, title: 'Foreign' });
		const { next } = await seenBy(db, actor);
		expect(next.map(({ title }) => title)).toEqual(['Pilots']);
		expect(next[0]?.local?.starts).toMatchObject({ day: '2026-07-01', minutes: 6 * 60, offset: 120 });
		expect((await seenBy(db, actor, '2026-07-02')).next).toEqual([]);
	}));
