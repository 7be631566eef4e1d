import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { createIndicator } from '#lib/server/commands/save-indicator.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { AN_INDICATOR } from '#tests/support/builders/an-indicator.ts';
import { withDatabase } from '#tests/support/database.ts';

const START = '2023-12-01';

function home(db: Db, actor: Actor) {
	const project = { id: actor.projectId, startOn: START, durationMonths: 36 };
	return findHome(db, actor, { today: TODAY, timeZone: 'Europe/Madrid', now: NOW, project });
}

test('an evaluator finds the items of the work packages that were opened to them, and no others', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const closed = await aWorkPackage(db, { projectId, number: 1 });
		const opened = await aWorkPackage(db, { projectId, number: 4 });
		for (const [number, { id: workPackageId }] of [closed, opened].entries()) {
			await aDeliverable(db, { projectId, workPackageId, code: `D${number}.1` });
			await aMilestone(db, { projectId, workPackageId, code: `MS${number}` });
		}
		const scope = { type: 'work-package' as const, id: opened.id };
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator', scope });
		const { granted } = await home(db, evaluator);
		expect(granted.map(({ code }) => code).sort()).toEqual(['D1.1', 'MS1']);
	}));

test.each<[Role, string[]]>([
	['observer', ['I10']],
	['external-evaluator', ['I10']],
	['partner', []]
])('the first page of the role %s lists the indicators %j', (role, codes) =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const reporterIds = [coordinator.organisationId];
		await createIndicator(db, coordinator, { ...AN_INDICATOR, reporterIds }, NOW);
		const { indicators } = await home(db, await anActor(db, { projectId, role }));
		expect(indicators.map(({ code }) => code)).toEqual(codes);
	})
);
