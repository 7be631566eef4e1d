import { execFile } from 'node:child_process';
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

/** The demonstration as its own command makes it, and on SQLite a copy of it that belongs to strangers. */
export async function prepareDemo({ dataDir, databaseUrl }: Installation): Promise<void> {
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DEMO_PASSWORD };
	for (const command of ['migrate', 'demo']) await start(process.execPath, ['db/cli.ts', command], { env });
	const { db, close } = await connect({ dataDir, databaseUrl });
	try {
		const projectId = await findDemoProjectId(db);
		await addDemoEntries(db, projectId);
		if (databaseUrl === '') await addCanaryProject(db, projectId);
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
