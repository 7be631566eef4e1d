import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { CANARY_SEARCH } from '#tests/support/canary-project.ts';
import type { Fields } from '#tests/support/http-client.ts';
import { listCases, type Case } from './cases.ts';
import { foreignIds, foreignPrint, leaks, mixedRows, type ForeignIds } from './foreign.ts';
import { addressOf, knock } from './knock.ts';
import { listVisitors } from './people.ts';
import { listTargets } from './targets.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const isLong = process.env.TEST_LONG === '1';
const WHO = ['coordinator', 'partner.koksu', 'qa1', 'observer'];
const PARAMETERS = [
	'q',
	'search',
	'organisation',
	'lead',
	'person',
	'holder',
	'item',
	'wp',
	'country',
	'state',
	'role',
	'baseline',
	'before',
	'after',
	'cursor',
	'sort',
	'page'
];

let server: DemoServer;
let cases: Case[];
let ids: ForeignIds;
let untouched: Record<string, string>;
let swaps = 0;

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	cases = listCases(await listTargets(db), await listVisitors(db));
	ids = await foreignIds(db, isLong ? 5 : 1);
	untouched = await foreignPrint(db, server.projectId);
});
afterAll(async () => {
	process.stdout.write(`${swaps} swaps with what is foreign\n`);
	await server.stop();
});

async function tells(one: Case): Promise<{ status: number; leaks: string[] }> {
	swaps++;
	const answer = await knock(server, one);
	const sent = addressOf(one) + JSON.stringify(one.row.form?.(one.target) ?? '');
	return { status: answer.status, leaks: leaks(answer.body + answer.location, sent) };
}

const isRead = (one: Case) => one.row.form === undefined;
const byCase = (name: string) => cases.filter((one) => one.visitor.name === name);

test.each(WHO)('in our project %s finds nothing at the addresses of a foreign one', async (name) => {
	const ours = new Set(cases.filter((one) => one.target.slug === 'leslie').map((one) => one.target.code));
	const foreign = byCase(name).filter((one) => isRead(one) && one.target.slug === 'canary');
	const found: string[] = [];
	for (const one of foreign.filter((each) => each.target.kind !== 'project')) {
		const moved = { ...one, target: { ...one.target, slug: 'leslie' } };
		const answer = await tells(moved);
		const isMissing = ours.has(one.target.code) || [303, 404].includes(answer.status);
		if (!isMissing || answer.leaks.length > 0)
			found.push(`${addressOf(moved)}: ${answer.status} ${answer.leaks.join()}`);
	}
	expect(found).toEqual([]);
});

test('the canaries are there to be found', async () => {
	// Pages only: an export leaves its own event.
	const pages = byCase('canary.coordinator').filter((one) => one.row.act === 'load');
	const theirs = pages.filter((one) => one.expected === 'open');
	const doors = new Map(
		theirs.filter((one) => one.target.slug === 'canary').map((one) => [one.row.route, one])
	);
	const songs = [...doors.values()].map(async (one) => leaks((await knock(server, one)).body, '').length > 0);
	expect((await Promise.all(songs)).filter(Boolean).length).toBeGreaterThan(doors.size / 2);
});

test('what belongs to others looks exactly like what does not exist', async () => {
	const shape = (body: string) =>
		body.replaceAll(
			/[0-9a-f]{8}-[0-9a-f-]{27}|nonce-?="?[^"';]+|D\d+\.\d+|MS\d+|\bcanary\b|\bmissing\b/g,
			''
		);
	// What a project has published is everybody's.
	const foreign = byCase('coordinator').filter(
		(one) =>
			isRead(one) && one.target.slug === 'canary' && (one.row.gate !== 'visitor' || one.expected === 'closed')
	);
	const doors = new Map(foreign.map((one) => [one.row.route, one]));
	for (const one of doors.values()) {
		const missing = { ...one, target: { ...one.target, slug: 'missing' } };
		const [theirs, nobodys] = [await knock(server, one), await knock(server, missing)];
		expect([one.row.route, theirs.status, shape(theirs.body)]).toEqual([
			one.row.route,
			404,
			shape(nobodys.body)
		]);
	}
});

/** What is searched for; the short run asks each pair of page and parameter for one of the rest, the next pair for another. */
function sought(parameter: string, turn: number): string[] {
	const rest = ['canary', ...ids.all.filter((_, index) => index % 8 === 0)];
	if (isLong) return [CANARY_SEARCH, ...rest];
	const its = rest.slice(turn % rest.length).slice(0, 1);
	return parameter === 'q' || parameter === 'search' ? [CANARY_SEARCH, ...its] : its;
}

test.each(['coordinator', 'observer'])(
	'no filter, search or order shows %s anything foreign',
	async (name) => {
		const lists = byCase(name).filter(
			(one) => isRead(one) && one.target.slug === 'leslie' && one.target.kind === 'project'
		);
		const found: string[] = [];
		for (const [index, one] of lists.entries()) {
			for (const [turn, parameter] of PARAMETERS.entries()) {
				for (const value of sought(parameter, index + turn + WHO.indexOf(name))) {
					const asked = { ...one, row: { ...one.row, search: `?${parameter}=${value}` } };
					const answer = await tells(asked);
					if (answer.status >= 500 || answer.leaks.length > 0)
						found.push(`${addressOf(asked)}: ${answer.status} ${answer.leaks.join()}`);
				}
			}
		}
		expect(found).toEqual([]);
	}
);

const isId = (value: string | readonly string[]) =>
	typeof value === 'string' && /(^|:)[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);

/** A field may name its record in its own name: `note-` and an id. */
const ID_IN_NAME = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/;

/** Foreign ids in the place of one of ours: the short run tries those of its table and every eighth other, in turn. */
function insteadOf(ours: string, turn: number): string[] {
	const others = ids.all.filter((_, index) => isLong || (index + turn) % 8 === 0);
	return [...new Set([...ids.like(ours), ...others])];
}

/** The same form once for each of its ids and each foreign id. */
function swapped(one: Case, turn: number): Case[] {
	const form = one.row.form?.(one.target) ?? {};
	const again = (name: string, id: string, fields: Fields) => ({
		...one,
		name: `${one.name} ${name}=${id}`,
		row: { ...one.row, form: () => fields }
	});
	return Object.keys(form).flatMap((name, index) => {
		const value = form[name] ?? '';
		const [inName] = ID_IN_NAME.exec(name) ?? [];
		const ours = inName ?? (isId(value) ? String(value).replace(/^.*:/, '') : undefined);
		if (ours === undefined) return [];
		return insteadOf(ours, turn + index).map((id) => {
			if (inName !== undefined) return again(name, id, { ...form, [name.replace(inName, id)]: value });
			return again(name, id, { ...form, [name]: String(value).replace(ours, id) });
		});
	});
}

test('no form reaches or ties anything foreign, whichever of its ids is swapped', async () => {
	// The administrator looks after the accounts of every project of the installation.
	const inside = cases.filter((one) => one.row.gate !== 'administrator' && one.target.slug === 'leslie');
	const ours = inside.filter((one) => one.visitor.slug === 'leslie');
	const open = ours.filter((one) => !isRead(one) && one.expected === 'open');
	const acts = new Map(open.map((one) => [`${one.row.route} ${one.row.act} ${one.row.about}`, one]));
	const found: string[] = [];
	for (const [turn, act] of [...acts.values()].entries()) {
		for (const one of swapped(act, turn)) {
			const answer = await tells(one);
			if (answer.status >= 500 || answer.leaks.length > 0)
				found.push(`${one.name}: ${answer.status} ${answer.leaks.join()}`);
		}
	}
	expect(found.slice(0, 30)).toEqual([]);
	expect(await mixedRows(server.connection.db, server.projectId)).toEqual([]);
});

test('after all of this not one foreign row has changed', async () => {
	expect(await foreignPrint(server.connection.db, server.projectId)).toEqual(untouched);
	expect(swaps).toBeGreaterThan(2000);
});
