import { newId } from '#lib/server/ids.ts';
import type { DemoServer } from '#tests/support/built-server.ts';
import { changeSomething } from './grow-catalogue.ts';

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 60);
const CHANGES = 5;
const GOAL_RATIO = 1.5;
const GOAL_MS = 50;

interface Times {
	p50: number;
	p95: number;
	/** The first answer after the data have changed, the middle one of a few. */
	first: number;
}

/** A page by the name under which it is told, and who looks at it. */
export type Pages = Record<string, { page: string; cookie: string }>;

async function timeOf(server: DemoServer, page: string, cookie: string): Promise<number> {
	// An address of its own, so that no whole page is answered from memory.
	const address = `${page}${page.includes('?') ? '&' : '?'}fresh=${newId()}`;
	const since = performance.now();
	const { status } = await server.http.send(address, { cookie });
	if (status !== 200) throw new Error(`${page} answers ${status}`);
	return performance.now() - since;
}

function at(times: readonly number[], part: number): number {
	return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

/** One request after the other. */
async function measure(server: DemoServer, page: string, cookie: string): Promise<Times> {
	const first: number[] = [];
	for (let count = 0; count < CHANGES; count++) {
		await changeSomething(server.connection.db, server.projectId);
		first.push(await timeOf(server, page, cookie));
	}
	const times: number[] = [];
	for (let count = 0; count < REQUESTS; count++) times.push(await timeOf(server, page, cookie));
	return { p50: at(times, 0.5), p95: at(times, 0.95), first: at(first, 0.5) };
}

export async function measureAll(server: DemoServer, pages: Pages): Promise<Map<string, Times>> {
	const all = new Map<string, Times>();
	for (const [name, { page, cookie }] of Object.entries(pages))
		all.set(name, await measure(server, page, cookie));
	return all;
}

/** A row for each page, with little and with much, beside the goals. */
export function growthTable(
	few: { label: string; times: ReadonlyMap<string, Times> },
	many: { label: string; times: ReadonlyMap<string, Times> }
): Record<string, Record<string, string>> {
	return Object.fromEntries(
		[...many.times].map(([name, large]) => {
			const small = few.times.get(name) ?? large;
			return [
				name,
				{
					[`p95 ms, ${few.label}`]: small.p95.toFixed(1),
					[`p95 ms, ${many.label}`]: large.p95.toFixed(1),
					'p95 ratio': (large.p95 / small.p95).toFixed(2),
					'p50 ratio': (large.p50 / small.p50).toFixed(2),
					'goal (P-2)': `≤ ${GOAL_RATIO}`,
					'goal (P-3)': `≤ ${GOAL_MS} ms`,
					[`first after a change, ms, ${many.label}`]: large.first.toFixed(1)
				}
			];
		})
	);
}
