import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addNationalProfile } from '#lib/server/commands/add-national-profile.ts';
import { publishCriteria } from '#lib/server/commands/publish-criteria.ts';
import { refreshGaps } from '#lib/server/commands/refresh-gaps.ts';
import { listCriteria } from '#lib/server/queries/list-criteria.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { COMPLETE } from '#tests/support/catalogue-content.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

const CORE: readonly CriteriaRule[] = PROPOSED_PROFILES.find(({ code }) => code === 'eu-core')?.rules ?? [];
const STRICTER = [
	...CORE,
	{ element: 'contact', weight: 1, mayBeNotApplicable: false, why: '', checks: [] } as const,
	{ element: 'need', weight: 2, mayBeNotApplicable: true, why: '', checks: [] } as const
];

const publish = (db: Db, actor: Actor, given: Partial<Parameters<typeof publishCriteria>[2]> = {}) =>
	publishCriteria(
		db,
		actor,
		{ code: 'eu-core', basedOn: 1, note: 'WP4 met', graceUntilOn: '2026-07-01', rules: STRICTER, ...given },
		NOW
	);

async function aCatalogue(db: Db) {
	const { id: projectId } = await aProject(db);
	const { id: leadOrganisationId } = await anOrganisation(db, { projectId, country: 'KZ' });
	const entry = await anEntry(db, { projectId, leadOrganisationId, content: COMPLETE, state: 'published' });
	await refreshGaps(db, projectId, 'all', NOW);
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	return { projectId, entry, coordinator };
}

const profileOf = async (db: Db, projectId: string, code = 'eu-core', on = TODAY) =>
	(await listCriteria(db, projectId, on)).find((one) => one.code === code);

const openGaps = (db: Db) =>
	db
		.selectFrom('entryGap')
		.innerJoin('criteriaVersion', 'criteriaVersion.id', 'entryGap.criteriaVersionId')
		.select(['element', 'number'])
		.where('closedAt', 'is', null)
		.orderBy('element')
		.execute();

test('a new version changes no state, is not in force before its grace date, and registers what would be owed', () =>
	withDatabase(async (db) => {
		const { projectId, entry, coordinator } = await aCatalogue(db);
		expect(await openGaps(db)).toEqual([]);
		expect(await publish(db, coordinator)).toBe(2);
		expect(await openGaps(db)).toEqual([{ element: 'need', number: 2 }]);
		expect(await profileOf(db, projectId)).toMatchObject({
			inForce: { number: 1, origin: 'inferred' },
			coming: { number: 2, graceUntilOn: '2026-07-01', origin: 'entered' }
		});
		expect(await profileOf(db, projectId, 'eu-core', '2026-07-02')).toMatchObject({
			inForce: { number: 2 },
			coming: null
		});
		const item = await db
			.selectFrom('item')
			.select(['state', 'version'])
			.where('id', '=', entry.id)
			.executeTakeFirst();
		expect(item).toEqual({ state: 'published', version: entry.version });
	}));

test('whoever was overtaken is told, and nothing is published', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator } = await aCatalogue(db);
		await publish(db, coordinator);
		await expect(publish(db, coordinator, { rules: CORE })).rejects.toBeInstanceOf(Conflict);
		await expect(publish(db, coordinator, { code: 'no-such' })).rejects.toBeInstanceOf(NotFound);
		expect((await profileOf(db, projectId))?.coming?.number).toBe(2);
	}));

test('a project that stored no criteria publishes over the proposal that its page showed', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		expect((await profileOf(db, projectId))?.inForce.number).toBe(0);
		expect(await publish(db, coordinator, { basedOn: 0 })).toBe(2);
		expect(await listCriteria(db, projectId, TODAY)).toHaveLength(5);
	}));

test('every broken rule is named at once, and nothing is published', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator } = await aCatalogue(db);
		const [title, ...rest] = CORE;
		if (!title) throw new Error('no rules');
		const checks = [{ kind: 'https' }, { kind: 'length', min: 9, max: 4 }, { kind: 'https' }] as const;
		const rules = [title, { ...title, checks }, ...rest];
		expect(await codesOf(publish(db, coordinator, { rules, graceUntilOn: TODAY }))).toEqual([
			'check-twice',
			'check-does-not-fit',
			'check-does-not-fit',
			'criteria-range-reversed',
			'element-twice',
			'grace-not-in-future'
		]);
		expect(await codesOf(publish(db, coordinator, { rules: [] }))).toEqual(['criteria-empty']);
		expect(await codesOf(publish(db, coordinator, { rules: CORE }))).toEqual(['criteria-unchanged']);
		expect((await profileOf(db, projectId))?.coming).toBeNull();
	}));

test("a national coordinator publishes only their country's profile, a work package leader only the others", () =>
	withDatabase(async (db) => {
		const { projectId } = await aCatalogue(db);
		const workPackage = await db
			.selectFrom('workPackage')
			.select('id')
			.where('projectId', '=', projectId)
			.executeTakeFirstOrThrow();
		await db.updateTable('workPackage').set({ number: 4 }).where('id', '=', workPackage.id).execute();
		const kz = await anActor(db, {
			projectId,
			role: 'national-coordinator',
			scope: { type: 'country', id: 'KZ' }
		});
		const leader = await anActor(db, {
			projectId,
			role: 'wp-leader',
			scope: { type: 'work-package', id: workPackage.id }
		});
		const partner = await anActor(db, { projectId });
		for (const [actor, code] of [
			[kz, 'eu-core'],
			[kz, 'national-uz'],
			[leader, 'national-kz'],
			[partner, 'eu-core']
		] as const)
			expect((await codesOf(publish(db, actor, { code })))[0]).toMatch(/out-of-scope|role-needed/);
		expect(await db.selectFrom('criteriaVersion').select('id').execute()).toHaveLength(5);
		expect(await publish(db, kz, { code: 'national-kz' })).toBe(2);
		expect(await publish(db, leader)).toBe(2);
	}));

test('a country of the consortium gets one national profile, started with the proposal', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator } = await aCatalogue(db);
		await anOrganisation(db, { projectId, country: 'ES' });
		expect(await addNationalProfile(db, coordinator, { country: 'ES' }, NOW)).toBe('national-es');
		expect(await profileOf(db, projectId, 'national-es')).toMatchObject({
			country: 'ES',
			inForce: { number: 1, origin: 'inferred' }
		});
		const add = (country: string) => codesOf(addNationalProfile(db, coordinator, { country }, NOW));
		expect(await add('ES')).toEqual(['national-profile-exists']);
		expect(await add('FR')).toEqual(['national-profile-nobody']);
		const partner = await anActor(db, { projectId });
		expect(await codesOf(addNationalProfile(db, partner, { country: 'ES' }, NOW))).toEqual(['role-needed']);
		expect(await listCriteria(db, projectId, TODAY)).toHaveLength(6);
	}));
