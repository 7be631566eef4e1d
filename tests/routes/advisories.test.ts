import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { ACCOUNTS_AND_SESSIONS } from './advisories/accounts.ts';
import { FILES } from './advisories/files.ts';
import { READING } from './advisories/reading.ts';
import { worldOf, type World } from './advisories/world.ts';
import { WRITING } from './advisories/writing.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** What was published of OpenProject, Redmine and their like, as far as this product has such a part. */
const ADVISORIES = [...READING, ...WRITING, ...FILES, ...ACCOUNTS_AND_SESSIONS];

let server: DemoServer;
let world: World;

beforeAll(async () => {
	server = await startDemoServer();
	world = worldOf(server);
});
afterAll(() => server.stop());

test.each(ADVISORIES)('$never ($id)', async ({ attempt }) => {
	expect(await attempt(world)).toEqual([]);
});

test('at least 25 advisories are tried, each once', () => {
	const ids = ADVISORIES.flatMap(({ id }) => id.split(', ')).filter((id) => !id.startsWith('GHSA-'));
	const nevers = new Set(ADVISORIES.map(({ never }) => never));
	expect(nevers.size).toBe(ADVISORIES.length);
	expect(new Set(ids).size).toBeGreaterThanOrEqual(25);
});
