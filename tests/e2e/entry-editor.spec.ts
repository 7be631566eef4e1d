import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Db } from '#db/schema.ts';
import { WHOLE } from '#tests/support/builders/a-catalogue.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';
import { emailOf, findPersonId } from '#tests/support/accounts.ts';
import { test } from '#tests/support/e2e.ts';

const NEW = '/leslie/catalogue/new';

async function standing(db: Db, code: string, element: string): Promise<string> {
	const row = await db
		.selectFrom('entryElement')
		.innerJoin('item', 'item.id', 'entryElement.itemId')
		.select('entryElement.value')
		.where('item.code', '=', code)
		.where('element', '=', element)
		.where('untilAt', 'is', null)
		.executeTakeFirst();
	return row?.value ?? 'null';
}

test('an author starts an entry and fills it in without scripts', async ({ browser, connection }) => {
	const { db } = connection;
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 }
	});
	const session = await writeSession(db, await findPersonId(db, emailOf('partner.koksu')));
	await context.addCookies([{ name: 'session', value: session, domain: 'localhost', path: '/' }]);
	const page = await context.newPage();
	await page.goto(NEW);
	await page.getByLabel('Working title').fill('Soil health for farmers');
	await page.getByRole('button', { name: 'Start the entry' }).click();
	await expect(page).toHaveURL(/\/catalogue\/MC-KOKSU-\d+\/edit/);
	const code = /MC-KOKSU-\d+/.exec(page.url())?.[0] ?? '';

	const workload = page.locator('#workload');
	await workload.getByLabel('Hours of a typical learner').fill('75');
	await workload.getByLabel('ECTS credits').fill('3');
	await workload.getByRole('button', { name: 'Save' }).click();
	await expect(workload.getByRole('status')).toContainText('saved');
	expect(await standing(db, code, 'workload')).toBe('{"ects":3,"hours":75}');

	const outcomes = page.locator('#learning-outcomes');
	await outcomes.getByLabel('Outcome 1, English').fill('Assess the organic carbon of a soil');
	await outcomes.getByRole('button', { name: 'Add another outcome' }).click();
	await outcomes.getByLabel('Outcome 2, English').fill('Plan a crop rotation');
	await outcomes.getByRole('button', { name: 'Add another outcome' }).click();
	await outcomes.getByRole('button', { name: 'Move up: outcome 2' }).click();
	await expect(outcomes.getByLabel('Outcome 1, English')).toHaveValue('Plan a crop rotation');

	// Somebody else writes the same field while the page is open.
	const grading = page.locator('#grading');
	const other = await context.newPage();
	await other.goto(page.url());
	await other
		.locator('#grading')
		.getByRole('textbox', { name: /^Grading/ })
		.fill('ECTS grades');
	await other.locator('#grading').getByRole('button', { name: 'Save' }).click();
	await grading.getByRole('textbox', { name: /^Grading/ }).fill('Pass or fail');
	await grading.getByRole('button', { name: 'Save' }).click();
	await expect(grading).toContainText('ECTS grades');
	await expect(grading.getByRole('textbox', { name: /^Grading/ })).toHaveValue('Pass or fail');
	await grading.getByRole('button', { name: 'Save what stands in my field' }).click();
	expect(await standing(db, code, 'grading')).toBe('"Pass or fail"');
	await context.close();
});

test('with scripts fields save as people type, keep their text when that fails, and show both on a conflict', async ({
	asRole,
	connection
}) => {
	const { db } = connection;
	const page = await asRole('partner.koksu');
	await page.goto(NEW);
	await page.getByLabel('Working title').fill('Water quality in arid regions');
	await page.getByRole('button', { name: 'Start the entry' }).click();
	await expect(page).toHaveURL(/\/edit/);
	await page.waitForLoadState('networkidle');
	const code = /MC-KOKSU-\d+/.exec(page.url())?.[0] ?? '';

	const contact = page.locator('#contact');
	const field = contact.getByRole('textbox', { name: /^Contact/ });
	await field.pressSequentially('courses@example.org');
	await expect(contact.getByRole('status')).toContainText(/saved \d\d:\d\d/);
	expect(await standing(db, code, 'contact')).toBe('"courses@example.org"');

	await page.context().setOffline(true);
	await field.fill('office@example.org');
	await expect(contact.getByRole('status')).toContainText('no connection');
	await expect(field).toHaveValue('office@example.org');
	await page.context().setOffline(false);
	await expect(contact.getByRole('status')).toContainText(/saved \d\d:\d\d/, { timeout: 15_000 });
	expect(await standing(db, code, 'contact')).toBe('"office@example.org"');

	const other = await page.context().newPage();
	await other.goto(page.url());
	await other.waitForLoadState('networkidle');
	await other
		.locator('#grading')
		.getByRole('textbox', { name: /^Grading/ })
		.fill('ECTS grades');
	await expect(other.locator('#grading').getByRole('status')).toContainText(/saved \d\d/);
	const grading = page.locator('#grading');
	await grading.getByRole('textbox', { name: /^Grading/ }).fill('Pass or fail');
	await expect(grading.getByRole('status')).toContainText('somebody else');
	await expect(grading).toContainText('ECTS grades');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await grading.getByRole('button', { name: 'Save what stands in my field' }).click();
	await expect(grading.getByRole('status')).toContainText(/saved \d\d/);
	expect(await standing(db, code, 'grading')).toBe('"Pass or fail"');

	// A button pressed while the field is being saved is not lost.
	const outcomes = page.locator('#learning-outcomes');
	for (const row of [1, 2]) {
		await outcomes.getByLabel(`Outcome ${row}, English`).fill(`Sample ${row} wells`);
		await outcomes
			.getByRole('combobox')
			.nth(row - 1)
			.selectOption('project');
		await outcomes.getByRole('button', { name: 'Add another outcome' }).click();
		await expect(outcomes.getByText(`Outcome ${row}`, { exact: true })).toBeVisible();
	}
	await outcomes.getByRole('button', { name: 'Move up: outcome 2' }).click();
	await expect(outcomes.getByLabel('Outcome 1, English')).toHaveValue('Sample 2 wells');
	await expect(page.locator('#learning-outcomes').getByRole('status')).toContainText(/saved \d\d/);

	// Who leaves at once loses nothing.
	await field.fill('left@example.org');
	await page.getByRole('link', { name: code, exact: true }).first().click();
	await expect.poll(() => standing(db, code, 'contact')).toBe('"left@example.org"');
	await page.goto(`/leslie/catalogue/${code}/edit`);

	await page.context().clearCookies();
	await field.fill('nobody@example.org');
	await expect(contact.getByRole('status')).toContainText('signed out');
	await expect(field).toHaveValue('nobody@example.org');
	expect(await standing(db, code, 'contact')).toBe('"left@example.org"');
});

test('that a save voids signatures stays told through the saves after it', async ({
	asRole,
	connection: { db },
	projectId
}, { project, repeatEachIndex }) => {
	const code = `MC-VOID-${project.name === 'phone' ? 2 : 1}${repeatEachIndex}`;
	const place = await findPlace(db, projectId, 'koksu');
	await anEntry(db, {
		projectId,
		code,
		...place,
		title: `Told by ${code}`,
		state: 'published',
		content: WHOLE
	});
	const page = await asRole('wp4');
	await page.goto(`/leslie/catalogue/${code}/edit`);
	await page.waitForLoadState('networkidle');

	const outcomes = page.locator('#learning-outcomes');
	const status = outcomes.getByRole('status');
	const first = outcomes.getByLabel('Outcome 1, English');
	await first.fill('Compare two rivers');
	await expect(status).toContainText(/saved \d\d:\d\d/);
	await expect(outcomes).toContainText('It had been signed: the entry goes back');
	// The same text once more, then another: neither save voids anything itself.
	for (const text of ['Compare two rivers', 'Compare three rivers']) {
		await first.fill(text);
		await expect(status).toContainText('not saved yet');
		const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
		await outcomes.getByRole('button', { name: 'Save Learning outcomes' }).click();
		await answered;
		await expect(status).toContainText(/saved \d\d:\d\d/);
		await expect(outcomes).toContainText('It had been signed: the entry goes back');
	}
	await expect(page.locator('#contact')).not.toContainText('It had been signed');
});
