import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { WORKING_DUTIES } from '#lib/domain/duties.ts';
import { PERMISSIONS, type Permission } from '#lib/domain/permissions.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { agreeDeputy, endDeputy } from '#lib/server/commands/answer-deputy.ts';
import { nameDeputy } from '#lib/server/commands/name-deputy.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

const fortnight = { fromOn: '2026-06-15', toOn: '2026-06-28', reason: 'On leave' };

/** A deliverable whose author has a colleague who reads, and edits nothing. */
async function aSetting(db: Db) {
	const made = await aReviewableDeliverable(db);
	const { project, author } = made;
	const of = { projectId: project.id, organisationId: author.organisationId };
	const deputy = await anActor(db, { ...of, role: 'qa-reviewer', name: 'Dana' });
	const { slug } = await db
		.selectFrom('project')
		.select('slug')
		.where('id', '=', project.id)
		.executeTakeFirstOrThrow();
	const name = (by = author, input: Partial<typeof fortnight> & { deputyId?: string } = {}) =>
		nameDeputy(db, by, { personId: author.personId, deputyId: deputy.personId, ...fortnight, ...input }, NOW);
	const acting = async (id: string, now = NOW): Promise<Actor> => {
		const found = await findMembership(db, slug, deputy, now, id);
		if (!found) throw new Error('not a member');
		return found.actor;
	};
	return { ...made, deputy, name, acting };
}

test('a deputy who agreed uploads for a colleague, and the trail says for whom', () =>
	withDatabase(async (db) => {
		const { deputy, author, name, acting, ...made } = await aSetting(db);
		const steps = stepsOf(db, { ...made, author });
		await steps.start(author);
		const id = await name();
		expect((await acting(id)).actingFor).toBeUndefined();
		await agreeDeputy(db, deputy, { id }, NOW);
		const actor = await acting(id);
		await steps.upload(actor);
		const event = await db
			.selectFrom('auditEvent')
			.select(['actorName', 'actingFor'])
			.where('act', '=', 'deliverable:upload')
			.executeTakeFirstOrThrow();
		expect(event).toEqual({ actorName: 'Dana', actingFor: author.name });
	}));

test('it counts only while it was agreed, has begun, and is neither over nor ended', () =>
	withDatabase(async (db) => {
		const { deputy, author, name, acting, coordinator } = await aSetting(db);
		const id = await name(coordinator, { fromOn: '2026-06-16' });
		expect(await refused(db, () => agreeDeputy(db, author, { id }, NOW))).toEqual(['deputy-confirms']);
		await agreeDeputy(db, deputy, { id }, NOW);
		const on = async (day: string) => (await acting(id, new Date(`${day}T10:00:00Z`))).actingFor?.name;
		expect([await on('2026-06-15'), await on('2026-06-16'), await on('2026-06-29')]).toEqual([
			undefined,
			author.name,
			undefined
		]);
		await endDeputy(db, author, { id, reason: 'Back' }, NOW);
		expect(await on('2026-06-16')).toBeUndefined();
	}));

test('only colleagues stand in, and only they or the coordinator are asked to', () =>
	withDatabase(async (db) => {
		const { first, leader, name, deputy } = await aSetting(db);
		expect(await refused(db, () => name(undefined, { deputyId: first.personId }))).toEqual([
			'deputy-elsewhere'
		]);
		expect(await refused(db, () => name(deputy))).toEqual(['role-needed']);
		expect(await refused(db, () => name(leader))).toEqual(['out-of-scope']);
		expect(await refused(db, () => name(undefined, { toOn: '2026-06-01' }))).toEqual(['deputy-dates']);
		await name();
		expect(await refused(db, () => name())).toEqual(['deputy-overlaps']);
	}));

test('an act that was under way when the agreement ended is taken back', () =>
	withDatabase(async (db) => {
		const { deputy, author, name, acting, ...made } = await aSetting(db);
		const steps = stepsOf(db, { ...made, author });
		await steps.start(author);
		const id = await name();
		await agreeDeputy(db, deputy, { id }, NOW);
		const actor = await acting(id);
		await endDeputy(db, author, { id, reason: 'Back' }, NOW);
		expect(await refused(db, () => steps.upload(actor))).toEqual(['rights-ended']);
	}));

test('a deputy of anybody gets the working duties and nothing else, and loses their own signature meanwhile', () => {
	const borrowed = (['coordinator', 'wp-leader', 'partner', 'national-coordinator'] as const).map((role) => ({
		id: role,
		role,
		scopeType: 'project' as const,
		scopeId: null,
		by: 'deputy' as const
	}));
	const own = { id: 'own', role: 'qa-reviewer', scopeType: 'project', scopeId: null } as const;
	const actor: Actor = {
		personId: 'd',
		name: 'Dana',
		projectId: 'p',
		organisationId: 'o',
		organisationAcronym: 'KOKSU',
		country: 'KZ',
		grants: [own, ...borrowed],
		actingFor: { deputyRowId: 'r', personId: 'a', name: 'Aidar' }
	};
	const everything = { organisationIds: ['o'], leadOrganisationId: 'o', assignedPersonIds: ['d'] };
	const isPermission = (name: string): name is Permission => name in PERMISSIONS;
	const gained = Object.keys(PERMISSIONS)
		.filter(isPermission)
		.filter((name) => !name.endsWith(':read') && can(actor, name, everything).ok);
	expect(gained.sort()).toEqual([...WORKING_DUTIES].sort());
	expect(can(actor, 'deliverable:sign-off', everything)).toMatchObject({
		because: { code: 'deputy-may-not', person: 'Aidar' }
	});
	expect(hasRole(actor, 'coordinator')).toBe(false);
});
