import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import type { Asked, Fields } from '#tests/support/http-client.ts';
import { listCases, type Case } from './cases.ts';
import { addressOf } from './knock.ts';
import { listVisitors } from './people.ts';
import { listTargets } from './targets.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const isLong = process.env.TEST_LONG === '1';
const VALUES = [
	'',
	'x'.repeat(100_000),
	'a\0b',
	'99999999999999999999',
	'<script>alert(1)</script>',
	...(isLong
		? [
				' ',
				'-1',
				'NaN',
				'1e309',
				"'; drop table item; --",
				'\u202e\ufeff\u0007',
				'00000000-0000-0000-0000-000000000000',
				'[object Object]'
			]
		: [])
];
const PARTS = [
	'%00',
	'%',
	'%ff',
	'%ed%a0%80',
	"'%22",
	'..%2f..',
	'-1',
	'1e400',
	'NaN',
	'__proto__',
	'%20',
	'😀'
];

let server: DemoServer;
let cases: Case[];
let asked = 0;

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	cases = listCases(await listTargets(db), await listVisitors(db));
});
afterAll(async () => {
	process.stdout.write(`${asked} requests with bad input\n`);
	await server.stop();
});

/** One case for every door that opens to somebody. */
function doors(isWrite: boolean): Case[] {
	const open = cases.filter(
		(one) =>
			one.expected === 'open' && (one.row.form !== undefined) === isWrite && one.row.route !== '/logout'
	);
	return [...new Map(open.map((one) => [`${one.row.route} ${one.row.act}`, one])).values()];
}

async function status(path: string, one: Case, what: Asked): Promise<number> {
	asked++;
	const cookie = one.visitor.cookie === null ? {} : { cookie: one.visitor.cookie };
	return (await server.http.send(path, { ...cookie, ...what })).status;
}

/** Everything chosen is chosen once more. */
function twice(values: Fields[string] | undefined): string[] {
	const chosen = [values ?? []].flat();
	return [...chosen, ...chosen];
}

/** In the short run every field meets half of what is bad, its neighbours the other half. */
function badForms(form: Fields, door: number): Fields[] {
	const fields = Object.keys(form);
	return [
		{},
		{ __proto__: 'x', constructor: 'x', 'toString[]': ['x'], '__proto__[]': ['x', 'y'], '[]': ['x'] },
		...fields.filter((name) => name.endsWith('[]')).map((name) => ({ ...form, [name]: twice(form[name]) })),
		...fields.flatMap((name, number) =>
			[...VALUES.map((value) => ({ ...form, [name]: value })), { ...form, [`${name}[]`]: ['x', 'y'] }].filter(
				(_, turn) => isLong || (door + number + turn) % 2 === 0
			)
		)
	];
}

/** In the short run every door meets a third of what is bad, its neighbours the others. */
const isItsTurn = (turn: number) => isLong || turn % 3 === 0;

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const RAW: readonly (readonly [string, string])[] = [
	[FORM, '%'],
	[FORM, 'a=%zz&b=%ff%fe&c=%ed%a0%80'],
	[FORM, `text=${'y'.repeat(3 * 1024 * 1024)}`],
	[MULTIPART, 'no boundary at all'],
	[`${MULTIPART}; boundary=x`, '--x\r\nContent-Disposition: form-data; name="main"; filename="a'],
	[`${MULTIPART}; boundary=x`, '--x\r\n\r\n\r\n--x--'],
	['application/json', '{"a":1}'],
	['text/plain', 'a=1'],
	['', 'a=1']
];

test('no form, however it is filled, breaks the server', async () => {
	const broken: string[] = [];
	for (const [door, one] of doors(true).entries()) {
		const path = addressOf(one);
		for (const form of badForms(one.row.form?.(one.target) ?? {}, door)) {
			const code = await status(path, one, { form });
			if (code >= 500) broken.push(`${code} ${one.name} ${JSON.stringify(form).slice(0, 200)}`);
		}
	}
	expect(broken.slice(0, 20)).toEqual([]);
});

test('no body, however it is written, breaks the server', async () => {
	const broken: string[] = [];
	for (const [index, one] of doors(true).entries()) {
		for (const [type, body] of RAW.filter((_, turn) => isItsTurn(index + turn))) {
			const headers = { origin: server.origin, 'content-type': type };
			const code = await status(addressOf(one), one, { body, headers });
			if (code >= 500) broken.push(`${code} ${one.name} ${type} ${body.slice(0, 60)}`);
		}
	}
	expect(broken.slice(0, 20)).toEqual([]);
});

test('no address breaks the server', async () => {
	const broken: string[] = [];
	for (const [index, one] of doors(false).entries()) {
		const path = addressOf(one);
		const places = [...path.matchAll(/\/[^/?]+/g)].map((match) => match.index);
		const moved = places.flatMap((at) =>
			PARTS.map((part) => path.slice(0, at + 1) + part + path.slice(at + 1).replace(/^[^/?]+/, ''))
		);
		const asks = PARTS.map(
			(part) => `${path}?q=${part}&search=${part}&page=${part}&sort=${part}&wp=${part}&from=${part}`
		);
		for (const address of [...moved, ...asks].filter((_, turn) => isItsTurn(index + turn))) {
			const code = await status(encodeURI(address).replaceAll('%25', '%'), one, {});
			if (code >= 500) broken.push(`${code} ${address}`);
		}
	}
	expect(broken.slice(0, 20)).toEqual([]);
});

test('after all of this the server still answers', async () => {
	expect((await server.http.send('/readyz')).status).toBe(200);
	expect(asked).toBeGreaterThan(2000);
});
