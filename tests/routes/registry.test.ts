import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { slug } from '#lib/schemas/project-file/fields.ts';
import { MATRIX } from './matrix.ts';
import { listDoors } from './modules.ts';

const nameOf = (door: { route: string; act: string }) => `${door.route} ${door.act}`;

test('every load, action and endpoint stands behind a gate', async () => {
	const open = (await listDoors()).filter((door) => door.gate === undefined);
	expect(open.map(nameOf)).toEqual([]);
});

test('every door of the application is in the matrix, with the gate it has there', async () => {
	const found = (await listDoors()).map((door) => `${nameOf(door)}: ${door.gate}`);
	const expected = MATRIX.map((row) => `${nameOf(row)}: ${row.gate}`);
	expect(found.sort()).toEqual([...new Set(expected)].sort());
});

test('no project takes the name of a page of the installation', () => {
	const own = readdirSync('src/routes', { withFileTypes: true })
		.filter((one) => one.isDirectory() && !one.name.startsWith('['))
		.map(({ name }) => name);
	expect(own.filter((name) => v.is(slug, name))).toEqual([]);
	expect(v.is(slug, 'leslie')).toBe(true);
});
