import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { findTargetSummary } from '#lib/server/queries/find-target-summary.ts';
import { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { newId } from '#lib/server/ids.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aTarget } from '#tests/support/builders/a-target.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const AT = { today: TODAY, timeZone: 'Europe/Madrid' };
const WHOLE = { scopeKind: 'project' as const, scopeCode: '' };
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

/** An entry with its whole way: a state, and how many days ago it was entered. */
async function onItsWay(
	db: Db,
	projectId: string,
	way: readonly (readonly [string, number])[],
	leadOrganisationId?: string
) {
	const state = way.at(-1)?.[0] ?? 'idea';
	const owner = leadOrganisationId === undefined ? {} : { leadOrganisationId };
	const entry = await anEntry(db, { projectId, state, ...owner, entry: { ects: 3 } });
	await db.deleteFrom('entryStep').where('itemId', '=', entry.id).execute();
	for (const [index, [name, days]] of way.entries()) {
		const next = way[index + 1];
		await db
			.insertInto('entryStep')
			.values({
				id: newId(),
				projectId,
				itemId: entry.id,
				number: index + 1,
				state: name,
				how: index === 0 ? 'created' : 'step',
				note: '',
				record: '{}',
				takenBy: null,
				organisationId: null,
				enteredAt: daysAgo(days),
				leftAt: next ? daysAgo(next[1]) : null
			})
			.execute();
	}
	return entry;
}

test('a target is weighed by recorded steps: what arrived long ago, what arrived lately, what fell back', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		await aTarget(db, { projectId, amount: 4 });
		await onItsWay(db, projectId, [
			['idea', 300],
			['published', 200]
		]);
		await onItsWay(db, projectId, [
			['idea', 300],
			['catalogue-ready', 10]
		]);
		await onItsWay(db, projectId, [
			['idea', 300],
			['catalogue-ready', 40],
			['designed', 5]
		]);
		await onItsWay(db, projectId, [['idea', 300]]);
		const summary = await findTargetSummary(db, actor, WHOLE, AT);
		expect(summary?.outlook).toMatchObject({
			have: 2,
			gap: 2,
			weekly: [0, 0, 1, 0, 0, 0, 1, -1],
			pace: { mean: 1 / 8 }
		});
	}));

test('the part of a country without a target of its own is shown within that of the whole', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		const { id: uzbek } = await anOrganisation(db, { projectId, country: 'UZ' });
		await aTarget(db, { projectId });
		await onItsWay(db, projectId, [
			['idea', 300],
			['published', 200]
		]);
		await onItsWay(
			db,
			projectId,
			[
				['idea', 300],
				['published', 200]
			],
			uzbek
		);
		const uz = { scopeKind: 'country' as const, scopeCode: 'UZ' };
		expect(await findTargetSummary(db, actor, uz, AT)).toMatchObject({ part: 1, outlook: { have: 2 } });
		await aTarget(db, { projectId, ...uz, amount: 3 });
		expect(await findTargetSummary(db, actor, uz, AT)).toMatchObject({
			part: null,
			outlook: { have: 1, gap: 2 }
		});
	}));

test('credits count as they stood on each day', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		await aTarget(db, { projectId, measure: 'ects', amount: 30 });
		const { id: itemId } = await onItsWay(db, projectId, [
			['idea', 300],
			['published', 200]
		]);
		const element = { itemId, element: 'workload', standing: 'value' as const, reason: '', setBy: null };
		const value = (ects: number) => JSON.stringify({ hours: 25 * ects, ects });
		await db
			.insertInto('entryElement')
			.values([
				{
					...element,
					organisationId: null,
					version: 1,
					value: value(2),
					setAt: daysAgo(250),
					untilAt: daysAgo(8)
				},
				{ ...element, organisationId: null, version: 2, value: value(3), setAt: daysAgo(8), untilAt: null }
			])
			.execute();
		const summary = await findTargetSummary(db, actor, WHOLE, AT);
		expect(summary?.outlook).toMatchObject({ have: 3, weekly: [0, 0, 0, 0, 0, 0, 1, 0] });
	}));

test('without a target there is nothing to show, and with a young catalogue no projection', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		expect(await findTargetSummary(db, actor, WHOLE, AT)).toBeUndefined();
		await aTarget(db, { projectId });
		await onItsWay(db, projectId, [
			['idea', 16],
			['published', 9]
		]);
		const summary = await findTargetSummary(db, actor, WHOLE, AT);
		expect(summary?.outlook).toMatchObject({ have: 1, verdict: 'unknown', pace: null, expected: null });
	}));

test('the page offers what is nearest to counting, and reckons with what is picked', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		await aTarget(db, { projectId, amount: 2 });
		const far = await onItsWay(db, projectId, [['idea', 300]]);
		const near = await onItsWay(db, projectId, [
			['idea', 300],
			['institution-approved', 100]
		]);
		const asked = { ...AT, target: null, all: false };
		const { chosen } = await findTargetsPage(db, actor, { ...asked, picked: [near.code, 'MC-NONE-01'] });
		expect(chosen?.candidates.map(({ code }) => code)).toEqual([near.code, far.code]);
		expect(chosen?.whatIf).toMatchObject({ have: 1, gap: 1, picked: 1 });
		expect(chosen?.stall).toMatchObject({ state: 'idea', waiting: 1 });
	}));

test('a national coordinator begins with the country, and can widen', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const scope = { type: 'country' as const, id: 'UZ' };
		const actor = await anActor(db, { projectId, role: 'national-coordinator', scope });
		await aTarget(db, { projectId });
		await aTarget(db, { projectId, title: 'Uzbekistan', scopeKind: 'country', scopeCode: 'UZ' });
		await aTarget(db, { projectId, title: 'Kazakhstan', scopeKind: 'country', scopeCode: 'KZ' });
		const asked = { ...AT, target: null, picked: [] };
		const narrow = await findTargetsPage(db, actor, { ...asked, all: false });
		expect(narrow.targets.map(({ title }) => title)).not.toContain('Kazakhstan');
		expect(narrow).toMatchObject({ hidden: 1, chosen: { title: 'Uzbekistan' } });
		expect((await findTargetsPage(db, actor, { ...asked, all: true })).targets).toHaveLength(3);
	}));
