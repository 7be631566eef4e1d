import type { Db } from '#db/schema.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { expect, test } from '#tests/support/e2e.ts';

const CODES = { desktop: 'D4.81', phone: 'D4.82', 'no-js': 'D4.83' } as const;

async function aStory(db: Db, projectId: string, name: string, offset: number) {
	const known = Object.entries(CODES).find(([project]) => project === name)?.[1] ?? 'D4.84';
	const code = `D4.${Number(known.split('.')[1]) + offset}`;
	const place = await findPlace(db, projectId, 'koksu');
	const due = { dueMonth: 34, contractualOn: '2026-09-30', agreedOn: '2026-09-30' };
	await aDeliverable(db, { projectId, code, title: `Story of ${code}`, ...place, ...due });
	return code;
}

test('the lead moves a forecast, the coordinator an agreed date, and the ledger keeps both @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project }) => {
	const code = await aStory(db, projectId, project.name, 0);
	const path = `/leslie/items/${code}/dates`;
	const partner = await asRole('partner.koksu');
	await partner.goto(path);
	await expect(partner.getByText('It takes: coordinator')).toBeVisible();
	const forecast = partner.locator('#forecast');
	await forecast.getByLabel('New forecast').fill('2026-10-12');
	await forecast.getByLabel('Reason').selectOption('staff');
	await forecast.getByLabel('What happened').fill('Our writer left in May.');
	await forecast.getByRole('button', { name: 'Move the forecast' }).click();
	await expect(partner.getByRole('status')).toContainText(`${code}: The forecast was moved.`);
	await expect(partner.locator('#ledger')).toContainText('12 days later');
	await expect(partner.locator('#ledger')).toContainText('Our writer left in May.');

	const coordinator = await asRole('coordinator');
	await coordinator.goto(path);
	const agree = coordinator.locator('#agree');
	await agree.getByLabel('New agreed date').fill('2026-09-30');
	await agree.getByLabel('Decision or officer reference').fill('Steering committee 4, decision 7');
	await agree.getByRole('button', { name: 'Move the agreed date' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('30 Sep 2026 is the date it has already.');
	await expect(agree.getByLabel('Decision or officer reference')).toHaveValue(
		'Steering committee 4, decision 7'
	);
	await agree.getByLabel('New agreed date').fill('2026-10-15');
	await agree.getByRole('button', { name: 'Move the agreed date' }).click();
	await expect(coordinator.locator('#ledger')).toContainText('Steering committee 4, decision 7');
});

test('an amendment moves a due date, merges a deliverable, and the new baseline says so @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project }) => {
	const moved = await aStory(db, projectId, project.name, 5);
	const merged = await aStory(db, projectId, project.name, 10);
	const page = await asRole('coordinator');
	await page.goto('/leslie/baselines');
	await page.getByRole('link', { name: 'Record an amendment' }).click();
	await page.getByLabel(`${moved} `).check();
	await page.getByLabel(`${merged} `).check();
	await page.getByRole('button', { name: 'Continue' }).click();

	const reference = `AMD-${project.name}`;
	await page.getByLabel('Reference of the amendment').fill(reference);
	await page.getByLabel('Signed on').fill('2026-06-10');
	await page.getByRole('group', { name: moved }).getByLabel('Due month').fill('36');
	const leaving = page.getByRole('group', { name: merged });
	await leaving.getByLabel('It', { exact: true }).selectOption('merged');
	await page.getByRole('button', { name: /^Record as baseline/ }).click();
	await expect(page.getByRole('alert')).toContainText('Choose what it is merged into.');
	await expect(page.getByLabel('Reference of the amendment')).toHaveValue(reference);
	await leaving.getByLabel('Merged into').selectOption({ label: `${moved} Story of ${moved}` });
	await page.getByRole('button', { name: /^Record as baseline/ }).click();

	await expect(page.getByRole('status')).toContainText('The amendment is recorded');
	await expect(page.getByRole('row', { name: new RegExp(reference) }).first()).toContainText('10 Jun 2026');
	await expect(page.locator('#compare').getByRole('row', { name: new RegExp(moved) })).toBeVisible();
	await page.goto(`/leslie/deliverables?q=${moved}`);
	await page.getByLabel('Compare with').selectOption('0');
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByRole('row', { name: moved }).getByText('New', { exact: true })).toBeVisible();
	await page.goto(`/leslie/items/${moved}/dates`);
	await expect(page.locator('#ledger')).toContainText(reference);
	await expect(page.locator('#ledger')).toContainText('61 days later');
	await page.goto(`/leslie/items/${merged}/dates`);
	await expect(page.locator('#forecast')).toContainText('is merged and has no dates to move any more');
});

test('the timeline is used by keyboard, scrolls in its own frame and has its table', async ({ asRole }) => {
	const page = await asRole('qa1');
	await page.goto('/leslie/timeline?wp=4&show=deliverables');
	const mark = page.locator('svg a[aria-label^="D4.2 "]');
	await mark.focus();
	await expect(mark).toHaveAttribute('aria-label', /contractual 30 Jun 2026 \(M31\)/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/leslie\/items\/D4\.2\/dates$/);
	await page.goBack();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
	await page.getByText('The same dates as a table').click();
	await expect(page.getByRole('row', { name: /^D4\.2 / })).toContainText('30 Jun 2026 M31');
});

test('the charts draw under the strict policy, beside tables with the same numbers', async ({ asRole }) => {
	const page = await asRole('coordinator');
	const problems: string[] = [];
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	page.on('pageerror', (error) => problems.push(String(error)));
	await page.goto('/leslie/timeline/trends');
	for (const drawing of await page.locator('canvas').all()) {
		await drawing.scrollIntoViewIfNeeded();
		await expect(drawing).toHaveAttribute('width', /[1-9]/);
	}
	await expect(page.getByText('The drawing appears with JavaScript')).toHaveCount(0);
	await page.getByText('The same numbers as a table').first().click();
	const row = page.getByRole('row', { name: /^M31 / });
	const [accepted = ''] = (await page.locator('figcaption').first().innerText()).match(/\d+(?= of)/) ?? [];
	await expect(row.getByRole('cell').last()).toHaveText(accepted);
	expect(problems).toEqual([]);
});
