import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '#db/cli/commands.ts';
import { dispatch } from '#db/cli/dispatch.ts';

let folder: string;
let printed: string[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-cli-'));
	printed = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(argv: string[], variables: Record<string, string> = {}) {
	const print = (line: string) => printed.push(line);
	return dispatch(argv, {
		commands,
		variables: { DATA_DIR: folder, ...variables },
		print,
		printError: print
	});
}

test('help lists every command', async () => {
	expect(await run(['help'])).toBe(0);
	for (const name of commands.keys()) expect(printed.join()).toContain(name);
});

test('an unknown command, a surplus argument and a bad variable end with 2 and say why', async () => {
	expect(await run([])).toBe(2);
	expect(await run(['fly'])).toBe(2);
	expect(printed.at(-1)).toContain('There is no command fly.');
	expect(await run(['migrate', 'now'])).toBe(2);
	expect(printed.join()).toContain('migrate: unexpected now');
	expect(await run(['migrate'], { PORT: 'x' })).toBe(2);
	expect(printed.at(-1)).toContain('PORT is "x"');
});

test('doctor fails until the database is migrated, then finds all well', async () => {
	expect(await run(['doctor'])).toBe(1);
	expect(printed.join()).toContain('FAIL  pending migrations');
	expect(await run(['migrate'])).toBe(0);
	printed = [];
	expect(await run(['doctor'])).toBe(0);
	expect(printed.filter((line) => !line.startsWith('ok'))).toEqual([]);
});

test('doctor goes on to the other checks when the database cannot be reached', async () => {
	expect(await run(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toBe(1);
	const failed = printed.flatMap((line) => /^FAIL {2}([^:]+):/.exec(line)?.[1] ?? []);
	expect(failed).toEqual(['engine', 'database', 'pending migrations', 'stored files', 'last backup', 'mail']);
	expect(printed.join('\n')).toMatch(/^ok {4}free disk/m);
	expect(printed.join()).toContain('ECONNREFUSED');
});
