import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DEMO_PASSWORD } from '#tests/support/accounts.ts';

const run = promisify(execFile);

/** The demonstration as its own command makes it, and nothing else: every chain in it is whole. */
export async function prepareInstallation(place: { dataDir: string; databaseUrl: string }): Promise<void> {
	const where = { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl };
	for (const command of ['migrate', 'demo'])
		await run(process.execPath, ['db/cli.ts', command], { env: { ...process.env, ...where, DEMO_PASSWORD } });
}
