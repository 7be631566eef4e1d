import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#db/schema.ts';
import { loadDemo } from '#lib/server/demo/load-demo.ts';
import { openFileStore } from '#lib/server/files/store.ts';

const FOLDER = new URL('../../db/projects/leslie/', import.meta.url);

export const DEMO_FILES = {
	facts: readFileSync(new URL('project.json', FOLDER), 'utf8'),
	plan: readFileSync(new URL('sample-plan.json', FOLDER), 'utf8')
};

/** Loads the demo as the command line does; returns the way to remove its files. */
export async function aDemo(db: Db): Promise<{ folder: string; remove: () => void }> {
	const folder = mkdtempSync(join(tmpdir(), 'leslie-demo-'));
	await loadDemo(db, await openFileStore(folder), DEMO_FILES, 'demo-password');
	return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
