import type { Page } from '@playwright/test';
import { STRANGER } from '#tests/support/accounts.ts';
import { CANARY, CANARY_END } from '#tests/support/canary-project.ts';
import { listPages } from '#tests/support/e2e-pages.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts';

test.use({ trace: 'off' });

/** What no page of ours ever has: somebody's text would have become it. */
const FOREIGN = `iframe, object, embed, base, [http-equiv=refresh], math, x-a, template, slot, audio, video,
	[onerror], [onload], [ontoggle], [onmouseover], [onfocus], [href^="javascript:" i], [action^="http"]`;

const PARTS = 2;
const asShown = (text: string) => text.replace(/\s+/g, ' ').trim();
const TYPED: ReadonlySet<string> = new Set(HOSTILE_TEXTS.map(asShown));

/** Everything that a person reads in the page or finds in its fields. */
function readAll(page: Page): Promise<string> {
	return page.evaluate(() => {
		const parts: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const { parentElement, nodeValue } = walker.currentNode;
			if (parentElement?.closest('script, style, textarea') === null) parts.push(nodeValue ?? '');
		}
		for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
			parts.push('\n', field.value);
		return parts.join('');
	});
}

/** What is wrong with the page after somebody filled every text of its project with hostile words. */
async function faults(page: Page, path: string, shown: Set<string>): Promise<string[]> {
	const answer = await page.goto(path);
	if (answer?.status() !== 200) return [`${path}: ${answer?.status() ?? 'no answer'}`];
	const foreign = await page.locator(FOREIGN).count();
	const changed = (await readAll(page))
		.split(CANARY)
		.slice(1)
		.filter((text) => text.includes(CANARY_END))
		.map((text) => asShown(text.slice(0, text.indexOf(CANARY_END))));
	for (const text of changed) shown.add(text);
	const isBroken = await page.evaluate(() => '__broken' in window || !document.baseURI.startsWith(origin));
	return [
		...(foreign > 0 ? [`${path}: ${foreign} elements that nobody of us wrote`] : []),
		...(isBroken ? [`${path}: what was typed ran`] : []),
		...changed.filter((text) => !TYPED.has(text)).map((text) => `${path} shows: ${text}`)
	];
}

for (let part = 0; part < PARTS; part++) {
	test(`whatever people type is shown as they typed it, and does nothing (part ${part + 1})`, async ({
		asRole,
		connection: { db }
	}) => {
		test.setTimeout(600_000);
		const { kinds = [], states = [] } = (await listPages(db)).get(STRANGER) ?? {};
		const paths = [...kinds, ...states].filter((_, index) => index % PARTS === part);
		const page = await asRole(STRANGER);
		const told: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') told.push(`${page.url()} ${message.text()}`);
		});
		page.on('pageerror', (error) => told.push(`${page.url()} ${String(error)}`));
		page.on('dialog', (dialog) => told.push(`${page.url()} opened a dialog: ${dialog.message()}`));
		const shown = new Set<string>();
		const found: string[] = [];
		for (const path of paths) found.push(...(await faults(page, path, shown)));
		expect([...found, ...told]).toEqual([]);
		expect(shown.size).toBeGreaterThan(200);
	});
}
