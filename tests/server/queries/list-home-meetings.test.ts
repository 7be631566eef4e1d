import { expect, test } from 'vitest';
import { homeMeetings } from '#lib/domain/meetings/home-meetings.ts';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listHomeMeetings } from '#lib/server/queries/list-home-meetings.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import {
	aMinutesProject,
	circulatedMinutes,
	writtenMinutes
} from '#tests/support/builders/a-minutes-project.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

async function seenBy(db: Db, actor: Actor, today = '2026-06-15') {
	const { meetings } = await listHomeMeetings(db, actor);
	return homeMeetings(meetings, actor, { today, ownZone: 'Europe/Madrid' });
}

const awaited = async (db: Db, actor: Actor, today?: string) =>
	(await seenBy(db, actor, today)).minutes.map(({ holder }) => holder.awaits);

test('minutes to be written lie with the secretary until every point says something', () =>
	withDatabase(async (db) => {
		const { secretary, chair } = await aMinutesProject(db);
		expect(await awaited(db, secretary)).toEqual(['write-minutes']);
		expect(await awaited(db, chair)).toEqual([]);
	}));

test('written minutes are circulated, and after silence approved by the coordinator', () =>
	withDatabase(async (db) => {
		expect(await awaited(db, (await writtenMinutes(db)).secretary)).toEqual(['circulate-minutes']);
		const { coordinator, secretary } = await circulatedMinutes(db);
		expect(await awaited(db, coordinator, '2026-06-29')).toEqual([]);
		expect(await awaited(db, coordinator, '2026-06-30')).toEqual(['approve-minutes']);
		expect(await awaited(db, secretary, '2026-06-30')).toEqual([]);
	}));

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
