import { expect, type Page } from '@playwright/test';
import { unfold } from './unfold.ts';

/** The whole label of the option that begins so, among those of a list. */
export async function choose(page: Page, list: string, begin: string): Promise<void> {
	const field = page.getByLabel(list);
	const labels = await field.getByRole('option').allTextContents();
	const label = labels.map((one) => one.trim()).find((one) => one.startsWith(begin));
	await field.selectOption({ label: label ?? begin });
}

/** A step of the meeting on its own page. */
export async function takeStep(page: Page, path: string, button: string, then: string): Promise<void> {
	await page.goto(path);
	await page.getByRole('button', { name: button }).click();
	await expect(page.locator('header').filter({ has: page.locator('h1') })).toContainText(then);
}

/** Records that these came; everybody else is absent. */
export async function recordAttendance(page: Page, path: string, there: readonly string[]): Promise<void> {
	await page.goto(`${path}/people`);
	const table = page.getByRole('table', { name: 'Attendance of everybody invited' });
	for (const row of await table.getByRole('row').all()) {
		const list = row.getByRole('combobox');
		if ((await list.count()) === 0) continue;
		const name = (await row.getByRole('rowheader').textContent()) ?? '';
		await list.selectOption(there.includes(name.trim()) ? 'in-person' : 'absent');
	}
	await page.getByRole('button', { name: 'Save the attendance' }).click();
	await expect(page.locator('#quorum')).toContainText(/held|holds|quorum/i);
}

/** Writes under a point, without leaving the page it was opened on. */
export async function write(page: Page, point: string, text: string): Promise<void> {
	await page.getByLabel(`What the minutes say under “${point}”`).fill(text);
	await page.getByRole('button', { name: new RegExp(`^Save .*the text under ${point}$`) }).click();
}

export async function sign(page: Page, path: string, part: 'chair' | 'secretary'): Promise<void> {
	await page.goto(`${path}/minutes`);
	await page.getByRole('button', { name: `Sign as ${part}` }).click();
	await expect(page.locator('#signatures')).toContainText('exactly the circulated text');
}

/** A step of an action on its page. */
export async function act(page: Page, path: string, button: string, then: string): Promise<void> {
	await page.goto(path);
	await unfold(page, button);
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect(page.locator('header').filter({ has: page.locator('h1') })).toContainText(then);
}
