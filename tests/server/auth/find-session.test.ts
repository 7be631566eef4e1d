import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { readSessionIn, startSession } from '#lib/server/auth/sessions.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

async function aSetting(db: Db) {
	const project = await aProject(db);
	const actor = await anActor(db, { projectId: project.id, role: 'coordinator' });
	const browser = aBrowser();
	await startSession(db, browser, actor.personId, NOW);
	const read = (slug: string | undefined, now = NOW) => readSessionIn(db, browser, now, slug);
	return { project, actor, read };
}

test('a session brings the place of its person in the project that was asked for, and no other', () =>
	withDatabase(async (db) => {
		const { project, actor, read } = await aSetting(db);
		const foreign = await aProject(db);
		await anActor(db, { projectId: foreign.id, role: 'qa-lead' });
		await anActor(db, { projectId: project.id, role: 'qa-lead' });

		const { personId, organisationId, grants } = actor;
		const found = await read(project.slug);
		expect(found).toMatchObject({ signedIn: { personId }, member: { id: project.id, organisationId } });
		expect(found?.member?.grants).toMatchObject(grants);
		expect(found?.member?.grants).toHaveLength(1);
		for (const slug of [foreign.slug, undefined, '', 'nowhere'])
			expect(await read(slug)).toMatchObject({ signedIn: { personId }, member: undefined });
	}));

test('grants that were revoked or never confirmed come with no session', () =>
	withDatabase(async (db) => {
		const { project, read } = await aSetting(db);
		await db.updateTable('roleGrant').set({ revokedAt: NOW.toISOString() }).execute();
		expect((await read(project.slug))?.member?.grants).toEqual([]);
		await db.updateTable('roleGrant').set({ revokedAt: null, confirmedAt: null }).execute();
		expect((await read(project.slug))?.member?.grants).toEqual([]);
	}));

test('who left the project is signed in without a place in it', () =>
	withDatabase(async (db) => {
		const { project, actor, read } = await aSetting(db);
		await db.updateTable('membership').set({ toOn: '2026-06-14' }).execute();
		expect(await read(project.slug)).toMatchObject({
			signedIn: { personId: actor.personId },
			member: undefined
		});
	}));

test('a session that was not used for two weeks brings nobody', () =>
	withDatabase(async (db) => {
		const { project, read } = await aSetting(db);
		expect(await read(project.slug, new Date(NOW.getTime() + 15 * 86_400_000))).toBeNull();
	}));

test('a disabled account brings nobody', () =>
	withDatabase(async (db) => {
		const { project, read } = await aSetting(db);
		await db.updateTable('person').set({ disabledAt: NOW.toISOString() }).execute();
		expect(await read(project.slug)).toBeNull();
	}));
