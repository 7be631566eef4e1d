import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportChain } from '#lib/server/audit-export.ts';
import { findChainHead } from '#lib/server/queries/verify-chain.ts';
import { aChain } from '#tests/support/builders/a-chain.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'leslie-export-'));
let lines: string[];
let head: string;

function verify(content: readonly string[], ...anchor: string[]): Promise<{ code: number; said: string }> {
	const file = join(folder, 'export.jsonl');
	writeFileSync(file, content.map((line) => `${line}\n`).join(''));
	return new Promise((resolve) => {
		execFile(process.execPath, ['docs/verify-audit.mjs', file, ...anchor], (error, out, err) => {
			resolve({ code: error ? 1 : 0, said: (out + err).trim() });
		});
	});
}

const replaced = (index: number, from: string, to: string) =>
	lines.map((line, at) => (at === index ? line.replace(from, to) : line));

beforeAll(() =>
	withDatabase(async (db) => {
		await aChain(db, 'other', 2);
		await aChain(db, 'c', 6);
		let text = '';
		for await (const part of exportChain(db, { project: 'leslie', chain: 'c' }, NOW)) text += part;
		lines = text.trimEnd().split('\n');
		const { sequence, hash } = await findChainHead(db, 'c');
		head = `${sequence}/${hash}`;
	})
);

afterAll(() => rmSync(folder, { recursive: true }));

describe('an export, checked with the script that needs no server', () => {
	test('is unbroken and shows its head', async () => {
		expect(lines).toHaveLength(7);
		expect(await verify(lines)).toEqual({ code: 0, said: `leslie: 6 events, unbroken. Head ${head}` });
		expect((await verify(lines, head)).code).toBe(0);
	});

	test('holds every head that was noted earlier', async () => {
		const hash = /"hash":"([0-9a-f]+)"/.exec(lines[3] ?? '')?.[1] ?? '';
		expect((await verify(lines, `3/${hash}`)).code).toBe(0);
		expect((await verify(lines, `2/${hash}`)).said).toContain('is not in this chain');
	});

	test('names the first event that was changed, removed, put in or moved', async () => {
		expect((await verify(replaced(4, 'Оспанова', 'Other'))).said).toBe('Event 4 was changed.');
		expect((await verify(lines.toSpliced(3, 1))).said).toBe('Event 3 is missing or out of order.');
		expect((await verify(lines.toSpliced(3, 0, lines[3] ?? ''))).said).toBe(
			'Event 4 is missing or out of order.'
		);
		expect((await verify(lines.slice(0, 5))).said).toMatch(/^Event 5 is missing/);
		expect((await verify(replaced(2, '{', ''))).said).toBe('Event 2 cannot be read.');
		expect((await verify(replaced(2, '"chain":"c"', '"chain":"d"'))).said).toBe(
			'Event 2 belongs to another chain.'
		);
		expect((await verify([])).said).toBe('The file is empty.');
	});
});
