import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Account } from '#tests/support/accounts.ts';
import { listPages } from '#tests/support/e2e-pages.ts';
import { expect, test } from '#tests/support/e2e.ts';

test.use({ trace: 'off' });

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1280, 768, 360];

/** Everything that is wrong with the page as it stands. */
async function findings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(STANDARD)
		.options({ resultTypes: ['violations'] })
		.setLegacyMode()
		.analyze();
	return violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.map((node) => node.target.join(' '))
				.slice(0, 3)
				.join(' | ')}`
	);
}

function isTooWide(page: Page): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Collects what the browser complains of, such as a script, a style or a request that the policy forbids. */
function complaints(page: Page): string[] {
	const told: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') told.push(message.text());
	});
	page.on('pageerror', (error) => told.push(String(error)));
	return told;
}

async function visit(
	page: Page,
	paths: readonly string[],
	looks: readonly (readonly [number, 'light' | 'dark'])[]
) {
	const found: string[] = [];
	const told = complaints(page);
	for (const path of paths) {
		const answer = await page.goto(path);
		const status = answer?.status() ?? 0;
		if (status >= 400 && status !== 410) found.push(`${path}: ${status}`);
		for (const [width, colorScheme] of looks) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			const look = `${path} ${width} ${colorScheme}`;
			for (const finding of await findings(page)) found.push(`${look}: ${finding}`);
			if (await isTooWide(page)) found.push(`${look}: scrolls sideways`);
		}
		if (status < 400) for (const text of told) found.push(`${path}: ${text}`);
		told.length = 0;
	}
	return found;
}

const everyLook = WIDTHS.flatMap((width) => [[width, 'light'] as const, [width, 'dark'] as const]);
const phone = [[360, 'dark'] as const];
const PARTS = 4;

for (let part = 0; part < PARTS; part++) {
	test(`every page can be used by everybody, light and dark, from phone to desk (part ${part + 1})`, async ({
		asRole,
		connection: { db }
	}) => {
		test.setTimeout(600_000);
		const { kinds = [] } = (await listPages(db)).get('coordinator') ?? {};
		const mine = kinds.filter((_, index) => index % PARTS === part);
		expect(await visit(await asRole('coordinator'), mine, everyLook)).toEqual([]);
	});
}

test('items can be used by everybody in every state', async ({ asRole, connection: { db } }) => {
	test.setTimeout(600_000);
	const { states = [] } = (await listPages(db)).get('coordinator') ?? {};
	expect(await visit(await asRole('coordinator'), states, phone)).toEqual([]);
});

const OTHERS: readonly Account[] = [
	'kz',
	'wp4',
	'partner.koksu',
	'qa.lead',
	'qa1',
	'evaluator',
	'observer',
	'admin'
];

for (const account of OTHERS) {
	test(`every page that ${account} sees can be used by everybody`, async ({ asRole, connection: { db } }) => {
		test.setTimeout(600_000);
		const { kinds = [] } = (await listPages(db)).get(account) ?? {};
		expect(await visit(await asRole(account), kinds, phone)).toEqual([]);
	});
}

test('who is not signed in finds a usable way in', async ({ page, connection: { db } }) => {
	const { kinds = [] } = (await listPages(db)).get('nobody') ?? {};
	expect(await visit(page, kinds, everyLook)).toEqual([]);
});
