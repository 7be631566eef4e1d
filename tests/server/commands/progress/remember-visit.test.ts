import { expect, test } from 'vitest';
import { rememberVisit } from '#lib/server/commands/progress/remember-visit.ts';
import { findFrame } from '#lib/server/queries/find-frame.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const MORNING = new Date('2026-06-15T09:00:00.000Z');
const NEXT_DAY = new Date('2026-06-16T09:00:00.000Z');

test('a visit is remembered for each person alone, and the next one knows when it ended', async () => {
	await withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const one = await anActor(db, { projectId });
		const other = await anActor(db, { projectId });
		await rememberVisit(db, one, null, MORNING);
		const { visit } = await findFrame(db, projectId, one.personId);
		expect(visit).toEqual({ lastAt: MORNING.toISOString(), previousAt: null });
		await rememberVisit(db, one, visit, NEXT_DAY);
		expect((await findFrame(db, projectId, one.personId)).visit).toEqual({
			lastAt: NEXT_DAY.toISOString(),
			previousAt: MORNING.toISOString()
		});
		expect((await findFrame(db, projectId, other.personId)).visit).toBeNull();
	});
});
