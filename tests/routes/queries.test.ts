import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { listPages } from '#tests/support/e2e-pages.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const COUNTER = fileURLToPath(new URL('../support/count-statements.mjs', import.meta.url));
const MOST = 12;
/** A whole report is one page: it asks of everything the project keeps, each once. */
const MOST_OF_REPORT = 45;
/** Forms that are read only when asked for, and a list held against a baseline. */
const FURTHER: readonly (readonly [RegExp, readonly string[]])[] = [
	[/^\/leslie\/deliverables\/D/, ['form=review', 'form=reviewers', 'form=organisations', 'form=merge']],
	[/^\/leslie\/catalogue\/MC-[A-Z]+-\d+$/, ['form=body', 'reuse']],
	[/^\/leslie\/catalogue\/MC-[A-Z]+-\d+\/review$/, ['form=reviewers', 'form=document']],
	[/^\/leslie\/(deliverables|milestones|work-packages)$/, ['baseline=0']]
];

function withFurther(path: string): string[] {
	const queries = FURTHER.find(([page]) => page.test(path))?.[1] ?? [];
	return [path, ...queries.map((query) => `${path}?${query}`)];
}

let server: DemoServer;
let pages: Awaited<ReturnType<typeof listPages>>;

beforeAll(async () => {
	server = await startDemoServer({ env: { NODE_OPTIONS: `--import=${pathToFileURL(COUNTER).href}` } });
	pages = await listPages(server.connection.db);
});
afterAll(() => server.stop());

async function statementsOf(path: string, cookie: string): Promise<string[]> {
	await server.http.send('/__statements');
	await server.http.send(path, { cookie });
	const { body } = await server.http.send('/__statements');
	const statements: unknown = JSON.parse(body);
	if (!Array.isArray(statements)) throw new Error('No statements were counted');
	// That somebody looked is written down at most every ten minutes, and no part of reading the page.
	return statements
		.map(String)
		.filter((sql) => /^\s*(select|insert|update|delete|with)/i.test(sql))
		.filter((sql) => !/^insert into "project_visit"/.test(sql));
}

test.each(['coordinator', 'kz', 'wp4', 'partner.koksu', 'qa.lead', 'qa1', 'observer', 'admin'] as const)(
	'every page of %s is read with few queries, and with none in a loop',
	async (account) => {
		const cookie = await cookieOf(server.connection.db, account);
		const found: string[] = [];
		const { kinds = [], states = [] } = pages.get(account) ?? {};
		for (const path of [...kinds, ...states].flatMap(withFurther)) {
			const statements = await statementsOf(path, cookie);
			const counted = Map.groupBy(statements, (sql) => sql);
			const repeated = [...counted].find(([, times]) => times.length > 2)?.[0];
			if (process.env.SHOW_QUERIES === '1') process.stdout.write(`${statements.length} ${path}\n`);
			const most = /\/reports\/./.test(path) ? MOST_OF_REPORT : MOST;
			if (statements.length > most) found.push(`${path}: ${statements.length} queries`);
			if (repeated !== undefined) found.push(`${path}: in a loop ${repeated.slice(0, 160)}`);
		}
		expect(found).toEqual([]);
	}
);
