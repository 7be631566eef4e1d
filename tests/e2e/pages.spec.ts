import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Account } from '#tests/support/accounts.ts';
import { listPages } from '#tests/support/e2e-pages.ts';
import { expect, test } from '#tests/support/e2e.ts';

test.use({ trace: 'off' });

const TABLET = 768;
const WIDTHS = [1280, TABLET, 360];
const isLong = process.env.TEST_LONG === '1';

/** Of the rules those whose answer can change with the colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Names, roles, order, sizes and languages are the same in the dark: seen once, there only colours are looked at. */
type Ask = 'everything' | 'colours';

/** A page in one width and one colour scheme, which it always has to fit; `null` asks no more of it. */
interface Look {
	width: number;
	colours: 'light' | 'dark';
	asks: Ask | null;
}

/** The size of targets is the one rule of WCAG 2.2 AA that is off unless asked for; the others of its levels are on. */
async function examine(page: Page, asks: Ask) {
	// A page that has read axe at one look need not read its half megabyte again, twice, at each of the others.
	const known = (await page.evaluate(() => 'axe' in window)) ? { axeSource: ';' } : {};
	const axe = new AxeBuilder({ page, ...known }).setLegacyMode().options({
		resultTypes: ['violations'],
		rules: { 'target-size': { enabled: true } }
	});
	// After the options, which would take the place of what was chosen before them.
	return (asks === 'colours' ? axe.withRules(COLOUR_RULES) : axe).analyze();
}

/** What is wrong with the page as it stands. */
async function findings(page: Page, asks: Ask): Promise<string[]> {
	const { violations } = await examine(page, asks);
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

async function visit(page: Page, paths: readonly string[], looks: readonly Look[]) {
	const found: string[] = [];
	const told = complaints(page);
	for (const path of paths) {
		const answer = await page.goto(path);
		const status = answer?.status() ?? 0;
		if (status >= 400 && status !== 410) found.push(`${path}: ${status}`);
		for (const { width, colours, asks } of looks) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme: colours });
			const look = `${path} ${width} ${colours}`;
			for (const finding of asks === null ? [] : await findings(page, asks))
				found.push(`${look}: ${finding}`);
			if (await isTooWide(page)) found.push(`${look}: scrolls sideways`);
		}
		if (status < 400) for (const text of told) found.push(`${path}: ${text}`);
		told.length = 0;
	}
	return found;
}

// No colour depends on the width, and what a tablet shows a desk or a phone shows too: the short run sees that it fits there.
const everyLook: Look[] = [
	...WIDTHS.map((width): Look => ({
		width,
		colours: 'light',
		asks: isLong || width !== TABLET ? 'everything' : null
	})),
	{ width: 1280, colours: 'dark', asks: 'colours' },
	{ width: 360, colours: 'dark', asks: 'colours' }
];
const phone: Look[] = [{ width: 360, colours: 'dark', asks: 'everything' }];
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

/** Beside its own page an item has others, which tell less of its state: the short run sees each of them in every third. */
function someStates(states: readonly string[]): string[] {
	const own = states.filter((path) => path.split('/').length === 4);
	const others = states.filter((path) => !own.includes(path));
	return [...own, ...others.filter((_, index) => isLong || index % 3 === 0)];
}

test('items can be used by everybody in every state', async ({ asRole, connection: { db } }) => {
	test.setTimeout(600_000);
	const { states = [] } = (await listPages(db)).get('coordinator') ?? {};
	expect(await visit(await asRole('coordinator'), someStates(states), phone)).toEqual([]);
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

for (const [number, account] of OTHERS.entries()) {
	test(`every page that ${account} sees can be used by everybody`, async ({ asRole, connection: { db } }) => {
		test.setTimeout(600_000);
		const { kinds = [] } = (await listPages(db)).get(account) ?? {};
		// They are those of the coordinator with less in them: the short run looks at each for one of them.
		const mine = kinds.filter((_, index) => isLong || index % OTHERS.length === number);
		expect(await visit(await asRole(account), mine, phone)).toEqual([]);
	});
}

test('who is not signed in finds a usable way in', async ({ page, connection: { db } }) => {
	const { kinds = [] } = (await listPages(db)).get('nobody') ?? {};
	expect(await visit(page, kinds, everyLook)).toEqual([]);
});

test('targets too small to hit are found, and looked for once: in the light', async ({ page }) => {
	await page.goto('/login');
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.speck { all: unset; display: block; inline-size: 9px; block-size: 9px; }');
		document.adoptedStyleSheets.push(sheet);
		const specks = ['one', 'other'].map((name) => {
			const button = document.createElement('button');
			button.ariaLabel = name;
			button.className = 'speck';
			return button;
		});
		const place = document.createElement('div');
		place.append(...specks);
		document.querySelector('main')?.append(place);
	});
	expect(await findings(page, 'colours')).toEqual([]);
	// With the axe that the page has read at the look before.
	expect(await findings(page, 'everything')).toEqual([
		'target-size: button[aria-label="one"] | button[aria-label="other"]'
	]);
});
