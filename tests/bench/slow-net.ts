import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '#scripts/ensure-browser.mjs';
import { emailOf, findPersonId, type Account } from '#tests/support/accounts.ts';
import { startDemoServer } from '#tests/support/built-server.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';

/** What a partner has in a train: 400 kbit/s, 400 ms there and back, and a phone four times slower than this machine. */
const LINK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const GOAL = { first: 2000, largest: 3000, shift: 0.02 };
const PAGES: readonly (readonly [Account, string])[] = [
	['partner.bsu', '/leslie'],
	['partner.bsu', '/leslie/check-in'],
	['partner.koksu', '/leslie/catalogue/MC-KOKSU-01'],
	['coordinator', '/leslie'],
	['coordinator', '/leslie/progress'],
	['coordinator', '/leslie/deliverables/D4.2'],
	['coordinator', '/leslie/catalogue/gaps'],
	['coordinator', '/leslie/timeline']
];

/** Runs in the page before anything of it. */
function observe() {
	const seen = { first: 0, largest: 0, shift: 0 };
	Object.assign(window, { seen });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			if (entry.name === 'first-contentful-paint') seen.first = entry.startTime;
	}).observe({ type: 'paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.largest = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value;
	}).observe({ type: 'layout-shift', buffered: true });
}

async function open(
	browser: Browser,
	{ origin, token, path }: { origin: string; token: string; path: string }
) {
	const context = await browser.newContext({
		viewport: { width: 360, height: 780 },
		isMobile: true,
		hasTouch: true
	});
	await context.addCookies([{ name: 'session', value: token, url: origin }]);
	await context.addInitScript(observe);
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.emulateNetworkConditions', LINK);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	let bytes = 0;
	devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(origin + path, { waitUntil: 'load' });
	await page.waitForTimeout(1500);
	const seen: unknown = await page.evaluate('window.seen');
	await context.close();
	return { bytes, seen };
}

function numbersOf(seen: unknown): Record<keyof typeof GOAL, number> {
	const read = (name: string) => {
		const value: unknown = typeof seen === 'object' && seen !== null ? Reflect.get(seen, name) : undefined;
		if (typeof value !== 'number') throw new Error(`The browser measured no ${name}`);
		return value;
	};
	return { first: read('first'), largest: read('largest'), shift: read('shift') };
}

const server = await startDemoServer();
const executablePath = findBrowser();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
const table: Record<string, Record<string, string | number>> = {};
for (const [account, path] of PAGES) {
	const { db } = server.connection;
	const token = await writeSession(db, await findPersonId(db, emailOf(account)));
	const { bytes, seen } = await open(browser, { origin: server.http.origin, token, path });
	const { first, largest, shift } = numbersOf(seen);
	table[`${account} ${path}`] = {
		kB: Math.round(bytes / 1000),
		'first ms': Math.round(first),
		'largest ms': Math.round(largest),
		shift: shift.toFixed(3),
		held: first <= GOAL.first && largest <= GOAL.largest && shift <= GOAL.shift ? 'yes' : 'no'
	};
}
console.log(`P-5 cold, at 400 kbit/s, 400 ms, ${SLOWER} × slower; goal ${JSON.stringify(GOAL)}`);
console.table(table);
await browser.close();
await server.stop();
