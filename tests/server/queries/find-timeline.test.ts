import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { doneOn, isOverdue, lateness } from '#lib/domain/lateness.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TimelineRow } from '#lib/domain/timeline.ts';
import { findTimeline } from '#lib/server/queries/find-timeline.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, TODAY } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

/** Two work packages: of deliverables with days before and after today, some of them done, and of milestones. */
async function aPlan(db: Db, deliverables: number) {
	const project = await aProject(db);
	const projectId = project.id;
	const first = await aWorkPackage(db, { projectId });
	const second = await aWorkPackage(db, { projectId, number: 2 });
	for (let index = 0; index < deliverables; index++)
		await aDeliverable(db, {
			...{ projectId, workPackageId: first.id, code: `D1.${index + 1}`, position: index },
			contractualOn: index % 3 === 0 ? '2026-05-31' : '2026-12-31',
			...(index % 9 === 0 ? { state: 'submitted', deliverable: { submittedOn: '2026-05-01' } } : {})
		});
	for (let index = 0; index < 4; index++)
		await aMilestone(db, { projectId, workPackageId: second.id, code: `MS${index + 1}` });
	const actor = await anActor(db, { projectId, role: 'coordinator' });
	return { project, actor };
}

async function drawn(
	db: Db,
	actor: Actor,
	project: { startOn: string; durationMonths: number },
	query: string
) {
	const url = new URL(`http://localhost/leslie/timeline?${query}`);
	const wp = url.searchParams.get('wp');
	const filter = { wp: wp === null ? null : Number(wp), lead: null, show: null };
	const data = { projectId: actor.projectId };
	return findTimeline(db, actor, { data, project, filter, today: TODAY, url });
}

const itemsIn = (rows: readonly TimelineRow[]) =>
	rows.filter(({ kind }) => kind === 'deliverable' || kind === 'milestone').map(({ code }) => code);
const foldsIn = (rows: readonly TimelineRow[]) => rows.flatMap((row) => (row.kind === 'fold' ? [row] : []));

test('a plan of some hundred items is drawn whole, without any fold', () =>
	withDatabase(async (db) => {
		const { actor, project } = await aPlan(db, 100);
		const { timeline, window } = await drawn(db, actor, project, 'open=1&page=2');
		expect(window).toBeNull();
		expect(foldsIn(timeline.rows)).toEqual([]);
		expect(itemsIn(timeline.rows)).toHaveLength(104);
	}));

test('every item of a large plan is drawn on exactly one window, and the ruler is the same on each', () =>
	withDatabase(async (db) => {
		const { actor, project } = await aPlan(db, 230);
		const folded = await drawn(db, actor, project, '');
		expect(itemsIn(folded.timeline.rows)).toEqual([]);
		const queries = ['open=1', 'open=1&page=2', 'open=1&page=3', 'open=2'];
		const windows = [];
		for (const query of queries) windows.push(await drawn(db, actor, project, query));
		const seen = windows.flatMap(({ timeline }) => itemsIn(timeline.rows));
		const items = await db
			.selectFrom('item')
			.select('code')
			.where('projectId', '=', actor.projectId)
			.execute();
		expect(seen).toHaveLength(items.length);
		expect(new Set(seen)).toEqual(new Set(items.map(({ code }) => code)));
		expect(windows.map(({ timeline }) => itemsIn(timeline.rows).length)).toEqual([100, 100, 30, 4]);
		for (const { timeline } of windows) expect(timeline.months).toBe(folded.timeline.months);
		// A page beyond the last is the last, a work package that is not there opens nothing.
		const beyond = await drawn(db, actor, project, 'open=1&page=9');
		expect(itemsIn(beyond.timeline.rows)).toHaveLength(30);
		expect(itemsIn((await drawn(db, actor, project, 'open=7')).timeline.rows)).toEqual([]);
	}));

test('a folded work package counts what its items say one by one', () =>
	withDatabase(async (db) => {
		const { actor, project } = await aPlan(db, 230);
		const rows = await db
			.selectFrom('item')
			.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
			.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
			.leftJoin('milestone', 'milestone.itemId', 'item.id')
			.selectAll('item')
			.select(['workPackage.number', 'submittedOn', 'achievedOn'])
			.where('item.projectId', '=', actor.projectId)
			.execute();
		const counted = (number: number) => {
			const own = rows.filter((row) => row.number === number);
			return {
				deliverables: own.filter(({ kind }) => kind === 'deliverable').length,
				milestones: own.filter(({ kind }) => kind === 'milestone').length,
				done: own.filter((row) => doneOn(row) !== null).length,
				late: own.filter((row) => isOverdue(lateness(row, TODAY, 14))).length
			};
		};
		expect(counted(1)).toMatchObject({ deliverables: 230, done: 26 });
		for (const query of ['', 'open=1', 'open=2']) {
			const { timeline, window } = await drawn(db, actor, project, query);
			expect(window?.items).toBe(234);
			for (const fold of foldsIn(timeline.rows)) expect(fold).toMatchObject(counted(fold.number));
			expect(foldsIn(timeline.rows)).toHaveLength(2);
		}
	}));

test('a work package that is asked for alone is open', () =>
	withDatabase(async (db) => {
		const { actor, project } = await aPlan(db, 230);
		const { timeline, window } = await drawn(db, actor, project, 'wp=1');
		expect(window).toMatchObject({ open: 1, page: 1, total: 230 });
		expect(itemsIn(timeline.rows)).toHaveLength(100);
		expect((await drawn(db, actor, project, 'wp=2')).window).toBeNull();
	}));
