import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { listPages } from '#tests/support/e2e-pages.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ALL_IN = 100_000;
/** What is sent when only the page changes: its text, with every shared file kept by the browser. */
const NAVIGATION = 15_000;

let server: DemoServer;
let pages: Awaited<ReturnType<typeof listPages>>;

beforeAll(async () => {
	server = await startDemoServer();
	pages = await listPages(server.connection.db);
});
afterAll(() => server.stop());

const weighed = new Map<string, number>();

/** Bytes that travel, as a proxy compresses them. */
async function weightOf(path: string, cookie: string): Promise<{ weight: number; text: string }> {
	const { body } = await server.http.send(path, { cookie });
	return { weight: brotliCompressSync(body).length, text: body };
}

async function filesOf(page: string, text: string, cookie: string): Promise<number> {
	const files = [...text.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg|woff2))"/g)].map(
		([, file = '']) => new URL(file, `${server.origin}${page}`).pathname
	);
	for (const file of files) if (!weighed.has(file)) weighed.set(file, (await weightOf(file, cookie)).weight);
	return [...new Set(files)].reduce((sum, file) => sum + (weighed.get(file) ?? 0), 0);
}

test.each(['coordinator', 'observer'] as const)(
	'no page is too heavy for a slow net of %s',
	async (account) => {
		const cookie = await cookieOf(server.connection.db, account);
		const { kinds = [], states = [] } = pages.get(account) ?? {};
		const found: string[] = [];
		for (const path of [...kinds, ...states]) {
			const { weight, text } = await weightOf(path, cookie);
			const all = weight + (await filesOf(path, text, cookie));
			if (weight > NAVIGATION || all > ALL_IN) found.push(`${path}: ${weight} bytes, ${all} with all files`);
			if (process.env.SHOW_WEIGHTS === '1') process.stdout.write(`${weight} ${all} ${path}\n`);
		}
		expect(found).toEqual([]);
	}
);
