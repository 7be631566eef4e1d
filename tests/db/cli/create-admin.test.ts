import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '#db/cli/commands.ts';
import { dispatch } from '#db/cli/dispatch.ts';
import { createAdministrator } from '#lib/server/commands/create-administrator.ts';
import { findLink } from '#lib/server/auth/one-time-links.ts';
import { findAdministratorScope } from '#lib/server/queries/find-administrator-scope.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const ADA = { email: 'ada@desk.example', name: 'Ada Admin', projectSlug: null };

test('the first administrator gets a link, looks after the installation, and belongs to no project', () =>
	withDatabase(async (db) => {
		const secret = await createAdministrator(db, ADA, NOW);
		const link = await findLink(db, secret, NOW);
		expect(link).toMatchObject({ kind: 'invitation', email: ADA.email, name: ADA.name });
		expect(await findAdministratorScope(db, link?.personId ?? '', TODAY)).toBe('installation');
		expect(await db.selectFrom('membership').selectAll().execute()).toEqual([]);
		expect(await db.selectFrom('auditEvent').select(['chain', 'act', 'actorName']).execute()).toEqual([
			{ chain: 'installation', act: 'account:create-admin', actorName: 'command line' }
		]);
	}));

test('with a project, the admin role there too, as a member of the coordinating organisation', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db, { slug: 'leslie' });
		await anOrganisation(db, { projectId, position: 1 });
		const upv = await anOrganisation(db, { projectId, position: 2, role: 'coordinator' });
		await createAdministrator(db, { ...ADA, projectSlug: 'leslie' }, NOW);
		const { organisationId } = await db.selectFrom('membership').selectAll().executeTakeFirstOrThrow();
		expect(organisationId).toBe(upv.id);
		const grants = await db.selectFrom('roleGrant').select(['role', 'confirmedAt']).execute();
		expect(grants).toEqual([{ role: 'admin', confirmedAt: NOW.toISOString() }]);
	}));

test('an address that has an account, or a project that is not there, changes nothing', () =>
	withDatabase(async (db) => {
		await expect(createAdministrator(db, { ...ADA, projectSlug: 'nowhere' }, NOW)).rejects.toThrow(
			'no project'
		);
		expect(await db.selectFrom('person').selectAll().execute()).toEqual([]);
		await createAdministrator(db, ADA, NOW);
		await expect(createAdministrator(db, ADA, NOW)).rejects.toThrow('has an account already');
	}));

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-admin-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the command prints a link that begins with the origin, and takes no password', async () => {
	const printed: string[] = [];
	const print = (line: string) => void printed.push(line);
	const variables = { DATA_DIR: folder, ORIGIN: 'https://desk.example.eu' };
	const run = (...argv: string[]) => dispatch(argv, { commands, variables, print, printError: print });
	expect(await run('migrate')).toBe(0);
	expect(await run('create-admin', 'Ada@Desk.example', 'Ada', 'Admin')).toBe(0);
	expect(printed.at(-1)).toMatch(/^https:\/\/desk\.example\.eu\/link\/[\w-]{43}$/);
	expect(await run('create-admin', 'not an address', 'Ada')).toBe(2);
	expect(await run('create-admin', 'b@desk.example')).toBe(2);
	expect(await run('create-admin', 'b@desk.example', 'B', '--password', 'x')).toBe(2);
});
