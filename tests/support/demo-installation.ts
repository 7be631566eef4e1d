import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '#db/connect.server.ts';
import type { Db } from '#db/schema.ts';
import { DEMO_PASSWORD } from './accounts.ts';
import { addCanaryProject } from './canary-project.ts';
import { addDemoEntries } from './demo-entries.ts';

interface Installation {
	dataDir: string;
	databaseUrl: string;
}

const DEMO_SLUG = 'leslie';

const start = promisify(execFile);

/** A copy of what demo-setup.ts made for this run; false where it made none. */
function copyMade(name: string, { dataDir, databaseUrl }: Installation): boolean {
	const folder = process.env.TEST_DEMO;
	const isOther = databaseUrl !== '' && process.env.TEST_DEMO_TEMPLATE === undefined;
	if (folder === undefined || isOther || !existsSync(join(folder, name))) return false;
	cpSync(join(folder, name), dataDir, { recursive: true });
	return true;
}

function command({ dataDir, databaseUrl }: Installation, ...args: string[]) {
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DEMO_PASSWORD };
	return start(process.execPath, ['db/cli.ts', ...args], { env });
}

/** The demonstration as its own command makes it, and nothing else: every chain in it is whole. */
export async function makeDemo(place: Installation): Promise<void> {
	if (copyMade('plain', place)) return;
	if (place.databaseUrl !== '') return restoreDemo(place);
	for (const name of ['migrate', 'demo']) await command(place, name);
}

/** Tens of thousands of statements take a server far longer than a folder, which is given to it as a backup. */
async function restoreDemo(place: Installation): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'leslie-demo-backup-'));
	const plain = { dataDir: join(folder, 'plain'), databaseUrl: '' };
	const backup = join(folder, 'backup');
	await makeDemo(plain);
	await command(plain, 'backup', backup);
	await command(place, 'restore', backup);
	rmSync(folder, { recursive: true });
}

/** The demonstration with entries for the catalogue, and a copy of it that belongs to strangers. */
export async function prepareDemo(
	{ dataDir, databaseUrl }: Installation,
	{ withStrangers = databaseUrl === '' } = {}
): Promise<void> {
	if (copyMade('strangers', { dataDir, databaseUrl })) return;
	await makeDemo({ dataDir, databaseUrl });
	const { db, close } = await connect({ dataDir, databaseUrl });
	try {
		const projectId = await findDemoProjectId(db);
		await addDemoEntries(db, projectId);
		if (withStrangers) await addCanaryProject(db, projectId);
	} finally {
		await close();
	}
}

export async function findDemoProjectId(db: Db): Promise<string> {
	const { id } = await db
		.selectFrom('project')
		.select('id')
		.where('slug', '=', DEMO_SLUG)
		.executeTakeFirstOrThrow();
	return id;
}
