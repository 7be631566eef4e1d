import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, emailOf, findPersonId } from '#tests/support/accounts.ts';
import { test } from '#tests/support/e2e.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';

const PHONE = { width: 360, height: 740 };
const TEXT = 'Two lines:\nthe “second”, with <b>marks</b> & Қазақша oʻ';

async function signInThere(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible();
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
	await page.getByLabel('E-mail').fill(emailOf('partner.bsu'));
	await page.getByLabel('Password').fill('not it at all');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Password').fill(DEMO_PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('Nothing has been sent yet')).toBeVisible();
}

test('a form that meets an ended session is kept word for word, and sent by one button after the sign-in', async ({
	browser,
	connection: { db }
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
	const value = await writeSession(db, await findPersonId(db, emailOf('partner.bsu')));
	await context.addCookies([{ name: 'session', value, domain: 'localhost', path: '/' }]);
	const page = await context.newPage();
	await page.goto('/leslie/risks/new');
	await page.locator('textarea[name="description"]').fill(TEXT);
	await context.clearCookies();
	await page.getByRole('button', { name: 'Report the risk' }).click();
	await signInThere(page);
	await expect(page.getByText('the “second”, with <b>marks</b> & Қазақша oʻ')).toBeVisible();
	const risks = () =>
		db.selectFrom('risk').select('description').where('description', 'like', 'Two lines:%').execute();
	expect(await risks()).toEqual([]);

	await page.getByRole('button', { name: 'Send it now' }).click();
	await expect(page).toHaveURL(/\/leslie\/risks/);
	expect((await risks()).map(({ description }) => description.replaceAll('\r', ''))).toEqual([TEXT]);
	await context.close();
});

test('a photo is chosen again, and the page is accessible in both themes', async ({
	browser,
	connection: { db }
}) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({ viewport: PHONE, colorScheme });
		const page = await context.newPage();
		const value = await writeSession(db, await findPersonId(db, emailOf('partner.bsu')));
		await context.addCookies([{ name: 'session', value, domain: 'localhost', path: '/' }]);
		await page.goto('/leslie/evidence');
		await context.clearCookies();
		await page.evaluate(`
			const form = document.createElement('form');
			Object.assign(form, { method: 'post', action: '/leslie/check-in/2026-06-01?/save', enctype: 'multipart/form-data' });
			const text = Object.assign(document.createElement('textarea'), { name: 'note-1', value: 'Seen' });
			const photo = Object.assign(document.createElement('input'), { type: 'file', name: 'photo-1' });
			const files = new DataTransfer();
			files.items.add(new File(['x'], 'visit.png'));
			photo.files = files.files;
			form.append(text, photo);
			document.body.append(form);
			form.submit();
		`);
		await expect(page.getByText('Files to choose again')).toBeAttached();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await signInThere(page);
		await expect(page.getByLabel('Choose again: visit.png')).toBeVisible();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await context.close();
	}
});
