import type { Locator, Page } from '@playwright/test';
import { aMeans } from '#tests/support/builders/a-means.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { aPdf } from '#tests/support/files.ts';
import { unfold } from '#tests/support/unfold.ts';

const means = (page: Page, position: number): Locator => page.locator(`#means-${position}`);

async function judge(page: Page, position: number, verdict: 'Sufficient' | 'Insufficient', note = '') {
	const one = means(page, position);
	await one.getByRole('radio', { name: verdict, exact: true }).check();
	await one.getByLabel('Note').fill(note);
	await one.getByRole('button', { name: /the judgement$/ }).click();
	await expect(means(page, position).getByRole('list', { name: /^Judgements/ })).toContainText(verdict);
}

async function claim(page: Page) {
	await unfold(page, 'Claim the milestone');
	await page.getByRole('button', { name: 'Claim the milestone' }).click();
	await expect(page.locator('h1, header').first()).toBeVisible();
}

test('a milestone is claimed with evidence, returned, claimed again, verified and declared @story @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project }) => {
	const code = { desktop: 'MS81', phone: 'MS82', 'no-js': 'MS83' }[project.name] ?? 'MS84';
	const place = await findPlace(db, projectId, 'kaznu');
	const { id: itemId } = await aMilestone(db, {
		projectId,
		code,
		...place,
		title: `Story of ${code}`,
		contractualOn: '2026-09-30'
	});
	await aMeans(db, { projectId, itemId, position: 1, text: 'Minutes of the workshop' });
	await aMeans(db, { projectId, itemId, position: 2, text: 'List of participants' });
	const path = `/leslie/milestones/${code}`;

	const leader = await asRole('wp4');
	await leader.goto(path);
	await unfold(means(leader, 1), 'Add evidence');
	await means(leader, 1).getByLabel('Address on the web').fill('https://example.org/minutes');
	await means(leader, 1).getByLabel('Title').fill('Minutes of the workshop');
	await means(leader, 1).getByRole('button', { name: 'Link', exact: true }).click();
	await expect(means(leader, 1)).toContainText('Minutes of the workshop');
	await unfold(means(leader, 2), 'Add evidence');
	await means(leader, 2)
		.getByLabel('File or photo')
		.setInputFiles(aPdf('list.pdf', `list of ${code}`));
	await means(leader, 2).getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(means(leader, 2)).toContainText('list.pdf');
	await claim(leader);
	await expect(leader.getByRole('main')).toContainText('Claimed');

	const lead = await asRole('qa.lead');
	await lead.goto(path);
	const labels = await lead.getByLabel('Verifier', { exact: true }).getByRole('option').allTextContents();
	const jasur = labels.map((label) => label.trim()).find((label) => label.startsWith('Jasur Tursunov'));
	await lead.getByLabel('Verifier', { exact: true }).selectOption({ label: jasur ?? '' });
	await lead.getByRole('button', { name: 'Assign a verifier' }).click();

	const verifier = await asRole('qa1');
	await verifier.goto(path);
	await judge(verifier, 1, 'Sufficient');
	await judge(verifier, 2, 'Insufficient', 'Signatures of the participants are missing');
	await unfold(verifier, 'Return the claim');
	await verifier.getByLabel('What has to change').fill('Add the signed list');
	await verifier.getByRole('button', { name: 'Return the claim' }).click();

	await leader.goto(path);
	await expect(leader.getByRole('main')).toContainText('Add the signed list');
	await unfold(means(leader, 2), 'Add evidence');
	await means(leader, 2)
		.getByLabel('File or photo')
		.setInputFiles(aPdf('signed.pdf', `signed ${code}`));
	await means(leader, 2).getByRole('button', { name: 'Upload', exact: true }).click();
	await claim(leader);

	await lead.goto(path);
	const again = lead.getByRole('button', { name: 'Assign a verifier' });
	if (await again.isVisible()) {
		await lead.getByLabel('Verifier', { exact: true }).selectOption({ label: jasur ?? '' });
		await again.click();
	}
	await verifier.goto(path);
	await judge(verifier, 1, 'Sufficient');
	await judge(verifier, 2, 'Sufficient');
	await unfold(verifier, 'Sign the verification');
	await verifier.getByRole('button', { name: 'Sign the verification' }).click();
	await expect(verifier.getByRole('main')).toContainText('Verified');

	const coordinator = await asRole('coordinator');
	await coordinator.goto(path);
	await unfold(coordinator, 'Countersign and declare');
	await coordinator.getByLabel('Entered by').fill('Elena Marqués');
	await coordinator.getByRole('button', { name: 'Countersign and declare' }).click();
	await expect(coordinator.getByRole('main')).toContainText('Declared in the portal on');
});
