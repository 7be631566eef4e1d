import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Db } from '#db/schema.ts';
import { emailOf, findPersonId } from '#tests/support/accounts.ts';
import { test } from '#tests/support/e2e.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';

const JUNE = '2026-06-01';
const PHONE = { width: 360, height: 740 };
const PHOTO = {
	name: 'field-visit.png',
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
};

// One organisation reports once for a period: the tests follow one another, in one browser.
test.describe.configure({ mode: 'serial' });

/** As if BSU had not begun yet. */
async function startAgain(db: Db): Promise<void> {
	const bsu = db.selectFrom('organisation').select('id').where('code', '=', 'bsu');
	const period = db.selectFrom('checkInPeriod').select('id').where('startsOn', '=', JUNE);
	await db.deleteFrom('checkIn').where('organisationId', 'in', bsu).where('periodId', 'in', period).execute();
}

async function happened(db: Db) {
	const item = await db.selectFrom('item').select('id').where('code', '=', 'D3.2').executeTakeFirstOrThrow();
	const moves = await db
		.selectFrom('dateMove')
		.select('toOn')
		.where('itemId', '=', item.id)
		.where('dateKind', '=', 'forecast')
		.orderBy('id')
		.execute();
	const proofs = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select('evidence.name')
		.where('itemId', '=', item.id)
		.where('purpose', '=', 'support')
		.orderBy('evidenceUse.id')
		.execute();
	const lines = await db
		.selectFrom('checkInLine')
		.innerJoin('checkIn', 'checkIn.id', 'checkInLine.checkInId')
		.innerJoin('organisation', 'organisation.id', 'checkIn.organisationId')
		.innerJoin('checkInPeriod', 'checkInPeriod.id', 'checkIn.periodId')
		.select(['checkInLine.code', 'checkInLine.answer'])
		.where('organisation.code', '=', 'bsu')
		.where('startsOn', '=', JUNE)
		.orderBy('checkInLine.position')
		.execute();
	return { moves: moves.map(({ toOn }) => toOn), proofs: proofs.map(({ name }) => name), lines };
}

const lineOf = (page: Page, code: string): Locator =>
	page.getByRole('listitem').filter({ has: page.getByRole('link', { name: code, exact: true }) });

/** Everything beyond typing is counted. */
async function mark(page: Page, day: string): Promise<number> {
	const line = lineOf(page, 'D3.2');
	await line.getByText('New date', { exact: true }).click();
	await line.getByLabel('New forecast').fill(day);
	await line.getByText('Staff change or absence').click();
	await line.getByLabel(/^Photo or file/).setInputFiles({ ...PHOTO, name: `${day}.png` });
	return 3;
}

test('on a phone without scripts, one new forecast, one photo and no change for the rest take four taps', async ({
	browser,
	connection
}) => {
	const { db } = connection;
	await startAgain(db);
	const before = await happened(db);
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
	const session = await writeSession(db, await findPersonId(db, emailOf('partner.bsu')));
	await context.addCookies([{ name: 'session', value: session, domain: 'localhost', path: '/' }]);
	const page = await context.newPage();
	await page.goto('/leslie/check-in');
	const taps = await mark(page, '2026-10-09');

	// The line is cut after the server has it: nobody told the phone.
	await page.route('**/check-in/**', async (route) => {
		await route.fetch({ maxRedirects: 0 });
		await route.abort('connectionreset');
	});
	await page.getByRole('button', { name: 'Send check-in' }).click();
	expect(taps + 1).toBeLessThanOrEqual(4);
	await expect.poll(async () => (await happened(db)).moves.length).toBe(before.moves.length + 1);
	await page.unroute('**/check-in/**');
	await page.goto('/leslie/check-in/2026-06-01');
	await expect(page.getByRole('heading', { name: /What is new/ })).toBeVisible();
	await expect(page.getByText('2026-10-09.png')).toBeVisible();

	const after = await happened(db);
	expect(after.moves.slice(before.moves.length)).toEqual(['2026-10-09']);
	expect(after.proofs.slice(before.proofs.length)).toEqual(['2026-10-09.png']);
	expect(after.lines.filter(({ answer }) => answer !== 'no-change').map(({ code }) => code)).toEqual([
		'D3.2'
	]);
	expect(after.lines.length).toBeGreaterThan(3);
	await context.close();
});

test('with scripts nothing is lost or doubled over a cut line, a closed page, an ended session and a double tap', async ({
	browser,
	connection
}) => {
	const { db } = connection;
	await startAgain(db);
	const before = await happened(db);
	const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
	const signIn = async () => {
		const session = await writeSession(db, await findPersonId(db, emailOf('partner.bsu')));
		await context.addCookies([{ name: 'session', value: session, domain: 'localhost', path: '/' }]);
	};
	await signIn();
	// The page is closed while there is no line: the words come back with the next page.
	const closed = await context.newPage();
	await closed.goto('/leslie/check-in');
	await closed.waitForLoadState('networkidle');
	expect((await new AxeBuilder({ page: closed }).analyze()).violations).toEqual([]);
	await context.setOffline(true);
	await lineOf(closed, 'D3.2').getByText('On track').click();
	await lineOf(closed, 'D3.2').getByLabel('What is new').fill('The cohort begins in September');
	await expect(closed.locator('.send').getByRole('status')).toContainText('No connection');
	await closed.close();
	await context.setOffline(false);
	const page = await context.newPage();
	await page.goto('/leslie/check-in');
	const status = page.locator('.send').getByRole('status');
	const note = lineOf(page, 'D3.2').getByLabel('What is new');
	await expect(note).toHaveValue('The cohort begins in September');
	await expect(status).toContainText(/Kept as a draft \d\d:\d\d/);

	await context.clearCookies();
	await note.fill('The cohort begins on 14 September');
	await expect(status).toContainText('signed out');
	await signIn();
	await page.reload();
	await expect(note).toHaveValue('The cohort begins on 14 September');

	await mark(page, '2026-10-23');
	await expect(page.getByText('✓ 2026-10-23.png')).toBeVisible();
	// The answer to the first attempt is lost on the way; the page tries again by itself.
	let attempts = 0;
	await page.route(/\?\/submit$/, async (route) => {
		attempts += 1;
		if (attempts > 1) return route.continue();
		await route.fetch({ maxRedirects: 0 });
		return route.abort('connectionreset');
	});
	await page.getByRole('button', { name: 'Send check-in' }).dblclick();
	await expect(page.getByText('this period is done for you')).toBeVisible({ timeout: 30_000 });
	expect(attempts).toBeGreaterThan(1);

	const after = await happened(db);
	expect(after.moves.slice(before.moves.length)).toEqual(['2026-10-23']);
	expect(after.proofs.slice(before.proofs.length)).toEqual(['2026-10-23.png']);
	await expect(page.getByText('The cohort begins on 14 September')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await context.close();
});

test('it is returned, sent again, accepted by country and project; a period is locked and opened again', async ({
	asRole
}) => {
	const country = await asRole('uz');
	await country.goto(`/leslie/check-in/${JUNE}/bsu`);
	await country.getByText('Return it with a reason').click();
	await country.getByLabel('What is missing or unclear').fill('How many learners are in the cohort?');
	await country.getByRole('button', { name: 'Return' }).click();
	await expect(country.getByText('it is theirs again')).toBeVisible();

	const partner = await asRole('partner.bsu');
	await partner.goto('/leslie/check-in');
	await expect(partner.getByText('How many learners are in the cohort?')).toBeVisible();
	await partner.waitForLoadState('networkidle');
	await lineOf(partner, 'D3.2').getByLabel('What is new').fill('The cohort has 21 learners');
	await partner.getByRole('button', { name: 'Send check-in' }).click();
	await expect(partner.getByText('this period is done for you')).toBeVisible();

	await country.goto(`/leslie/check-in/${JUNE}/all`);
	await country.getByRole('button', { name: 'Accept BSU' }).click();
	await expect(country.getByRole('row', { name: /BSU/ })).toContainText('Accepted by country');

	const coordinator = await asRole('coordinator');
	await coordinator.goto(`/leslie/check-in/${JUNE}/bsu`);
	await expect(coordinator.getByText(/Uzbekistan still waits for/)).toBeVisible();
	await coordinator.getByLabel('Accept in their place, because').fill('The others report in July');
	await coordinator.getByRole('button', { name: 'Accept for the project' }).click();
	await expect(coordinator.getByText('Accepted', { exact: true })).toBeVisible();

	await coordinator.goto('/leslie/check-in/2026-03-01/all');
	await coordinator.getByText('Open it again').click();
	await coordinator.getByLabel('What has to change').fill('BINRM sends the list of teachers');
	await coordinator.getByRole('button', { name: 'Open Mar 2026 again' }).click();
	await expect(coordinator.getByText('what was accepted is accepted anew')).toBeVisible();
	for (const name of ['Accept these 3', 'Accept these 5', 'Accept these 6']) {
		await coordinator.getByRole('button', { name }).click();
		await expect(coordinator.getByText(/check-ins: Accepted/)).toBeVisible();
	}
	await coordinator.getByRole('button', { name: 'Lock Mar 2026' }).click();
	await expect(coordinator.getByText('The period is locked.')).toBeVisible();
});
