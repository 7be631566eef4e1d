import { expect, test } from 'vitest';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { findOrganisationCheckIn } from '#lib/server/queries/check-ins/find-organisation-page.ts';
import { findPeriodPage } from '#lib/server/queries/check-ins/find-period-page.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

test('partners read what their own organisation said, and of the others only that they did', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, coordinator, national, partner } = await aCheckInProject(db);
		const { code } = await db
			.selectFrom('organisation')
			.select('code')
			.where('id', '=', bsu.id)
			.executeTakeFirstOrThrow();
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		const stranger = await anActor(db, { projectId, name: 'Olga' });
		const reviewer = await anActor(db, { projectId, role: 'qa-reviewer', name: 'Quinn' });
		const when = { today: TODAY, timeZone: 'Europe/Madrid' };
		const read = (actor: typeof partner) =>
			findOrganisationCheckIn(db, actor, { startsOn: PERIOD, code }, when);
		for (const actor of [partner, national, coordinator, reviewer])
			expect((await read(actor))?.sent).toMatchObject({ state: 'submitted' });
		expect(await read(stranger)).toBeUndefined();

		const rows = (await findPeriodPage(db, stranger, PERIOD, when))?.parts.flatMap(
			({ organisations }) => organisations
		);
		const own = rows?.find(({ id }) => id === bsu.id);
		expect(own).toMatchObject({ standing: 'reported', mayRead: false });
	}));
