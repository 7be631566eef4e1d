import type { Page } from '@playwright/test';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { aPdf } from '#tests/support/files.ts';
import { unfold } from '#tests/support/unfold.ts';

const QUESTIONS = { name: 'Yes', exact: true } as const;

async function requestReview(page: Page) {
	await unfold(page, /Request the review|Freeze|review/i);
	await page.getByRole('button', { name: 'Freeze the version and request the review' }).click();
	await expect(page.getByRole('main')).toContainText('In review');
}

async function sign(page: Page, path: string) {
	await page.goto(path);
	for (const yes of await page.getByRole('radio', QUESTIONS).all()) await yes.check();
	await page.getByRole('button', { name: 'Sign: I recommend its submission' }).click();
	await page.goto(path);
}

test('a deliverable is drafted, reviewed twice, approved, submitted and accepted @story @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project }) => {
	const code = { desktop: 'D4.71', phone: 'D4.72', 'no-js': 'D4.73' }[project.name] ?? 'D4.74';
	await aDeliverable(db, {
		projectId,
		code,
		...(await findPlace(db, projectId, 'koksu')),
		title: `Story of ${code}`,
		contractualOn: '2026-09-30'
	});
	const path = `/leslie/deliverables/${code}`;

	const author = await asRole('partner.koksu');
	await author.goto(path);
	await author.getByRole('button', { name: 'Start the preparation' }).click();
	await expect(author.getByRole('main')).toContainText('In preparation');
	await unfold(author, /upload/i);
	await author.getByLabel('Main file').setInputFiles(aPdf('draft.pdf', `first draft of ${code}`));
	await author.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(author.getByRole('link', { name: 'draft.pdf' }).first()).toBeVisible();
	await unfold(author, 'Add a contributing organisation');
	await author
		.getByLabel('Organisation', { exact: true })
		.selectOption({ label: await option(author, 'UCY') });
	await author.getByRole('button', { name: 'Add for good' }).click();
	await author.getByRole('button', { name: 'Confirm that everybody is listed' }).click();
	await expect(author.getByRole('main')).toContainText('Confirmed to be complete');

	const lead = await asRole('qa.lead');
	await lead.goto(path);
	await assign(lead, 'Maria Christou');
	await expect(lead.getByRole('main')).toContainText(
		'UCY is recorded as a contributor, so nobody from UCY can review this item.'
	);
	await expect(lead.getByRole('main')).toContainText(/Eligible: .*Jasur Tursunov/);
	await assign(lead, 'Jasur Tursunov');
	await assign(lead, 'Francesca Bianchi');

	await author.goto(path);
	await requestReview(author);
	const reviewer = await asRole('qa1');
	await sign(reviewer, path);
	await sign(lead, path);
	await expect(lead.getByRole('main')).toContainText('Reviewed');

	await author.goto(path);
	await unfold(author, /upload/i);
	await author.getByLabel('Main file').setInputFiles(aPdf('second.pdf', `second draft of ${code}`));
	await author.getByLabel(/I know that this ends the review/).check();
	await author.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(author.getByRole('main')).toContainText('In preparation');
	await expect(author.locator('#signatures')).toContainText(/no longer covers|stale/i);

	await requestReview(author);
	await sign(reviewer, path);
	await sign(lead, path);
	await expect(lead.getByRole('main')).toContainText('Reviewed');

	const coordinator = await asRole('coordinator');
	await coordinator.goto(path);
	await coordinator.getByLabel(/The EU emblem/).check();
	await coordinator.getByLabel(/It holds no personal data/).check();
	await coordinator.getByRole('button', { name: 'Approve and sign' }).click();
	await expect(coordinator.getByRole('main')).toContainText('Approved');
	await coordinator.getByLabel('This very file lies in the portal now').check();
	await coordinator.getByRole('button', { name: 'Record the submission' }).click();
	await expect(coordinator.getByRole('main')).toContainText('Submitted');
	const today = await coordinator.getByLabel('Approval date in the portal').getAttribute('max');
	await coordinator.getByLabel('Approval date in the portal').fill(today ?? '');
	await coordinator.getByRole('button', { name: 'Record the acceptance' }).click();
	await expect(coordinator.getByRole('main')).toContainText('Accepted');
});

/** The whole label of the option that begins so. */
async function option(page: Page, begin: string): Promise<string> {
	const labels = await page.getByRole('option').allTextContents();
	return (labels.find((label) => label.trim().startsWith(begin)) ?? begin).trim();
}

async function assign(page: Page, name: string) {
	await page.getByLabel('Assign', { exact: true }).selectOption({ label: await option(page, name) });
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
}
