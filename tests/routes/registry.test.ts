import { expect, test } from 'vitest';
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
