import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo, prepareDemo } from './demo-installation.ts';

/** Once for all projects of a run: making the demonstration takes as long as many tests, copying it no time. */
export default async function setup() {
	if (process.env.TEST_DEMO !== undefined) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'leslie-demo-'));
	await makeDemo({ dataDir: join(folder, 'plain'), databaseUrl: '' });
	process.env.TEST_DEMO = folder;
	await prepareDemo({ dataDir: join(folder, 'strangers'), databaseUrl: '' });
	return () => {
		delete process.env.TEST_DEMO;
		rmSync(folder, { recursive: true, force: true });
	};
}
