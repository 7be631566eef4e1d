import type { Page } from '@playwright/test';
import { WHOLE } from '#tests/support/builders/a-catalogue.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { findPlace } from '#tests/support/e2e-plan.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { aPdf } from '#tests/support/files.ts';
import { unfold } from '#tests/support/unfold.ts';

async function takeStep(page: Page, title: string) {
	await page.getByRole('button', { name: `${title}: take this step` }).click();
	await expect(page.locator('#way')).toContainText('Next:');
}

test('an entry goes from idea to published, and another outcome voids what was signed @story @no-js', async ({
	asRole,
	connection: { db },
	projectId
}, { project, repeatEachIndex }) => {
	const browser = { desktop: '1', phone: '2', 'no-js': '3' }[project.name] ?? '4';
	const code = `MC-STORY-${browser}${String(repeatEachIndex).padStart(2, '0')}`;
	await anEntry(db, {
		projectId,
		code,
		...(await findPlace(db, projectId, 'koksu')),
		title: `Story of ${code}`,
		content: WHOLE
	});
	const path = `/leslie/catalogue/${code}`;
	const review = `${path}/review`;

	const author = await asRole('wp4');
	await author.goto(path);
	const need = author.locator('#proof-need');
	await unfold(need, 'Add evidence');
	await need.getByLabel('File or photo').setInputFiles(aPdf('survey.pdf', `survey for ${code}`));
	await need.getByRole('button', { name: 'Upload' }).click();
	await expect(need.getByRole('link', { name: 'survey.pdf' })).toBeVisible();
	await takeStep(author, 'Need confirmed');
	await takeStep(author, 'Designed');
	await takeStep(author, 'Mapped');
	await author.goto(review);
	await expect(author.locator('#open')).toContainText('independent reviewer');

	const lead = await asRole('qa.lead');
	await lead.goto(`${review}?form=reviewers#reviewers`);
	const options = await lead.getByRole('option').allTextContents();
	const label = options.find((one) => one.trim().startsWith('Jasur Tursunov')) ?? '';
	await lead.getByLabel('Assign', { exact: true }).selectOption({ label: label.trim() });
	await lead.getByRole('button', { name: 'Assign', exact: true }).click();

	await author.goto(review);
	await author.getByRole('button', { name: 'Request the review' }).click();
	await expect(author.locator('#rounds')).toContainText('Round 1');

	const reviewer = await asRole('qa1');
	await reviewer.goto('/leslie/reviews');
	await reviewer
		.getByRole('link', { name: new RegExp(code) })
		.first()
		.click();
	for (const yes of await reviewer.getByRole('radio', { name: 'Yes', exact: true }).all()) await yes.check();
	await reviewer.getByRole('button', { name: 'Sign: I confirm exactly this content' }).click();
	await expect(reviewer.getByText('Signed. The quorum is reached')).toBeVisible();
	await reviewer.goto(review);
	await expect(reviewer.locator('#signatures')).toContainText('Covers the present content');

	const coordinator = await asRole('coordinator');
	await coordinator.goto('/leslie/catalogue/officers');
	const koksu = coordinator
		.locator('section', { has: coordinator.getByRole('heading', { name: /KOKSU/ }) })
		.last();
	// The stories of all browsers share one plan: she may hold the office already.
	if ((await koksu.locator('b', { hasText: 'Gulnara Ismailova' }).count()) === 0) {
		await unfold(koksu, 'Name an officer');
		const person = (await koksu.getByLabel('Person').getByRole('option').allTextContents()).find((one) =>
			one.includes('Gulnara Ismailova')
		);
		await koksu.getByLabel('Person').selectOption({ label: person ?? '' });
		await koksu.getByLabel('Office', { exact: true }).fill('Vice-Rector');
		await koksu.getByLabel('From').fill('2026-01-01');
		await koksu.getByRole('button', { name: 'Name the officer' }).click();
	}

	const officer = await asRole('partner.koksu');
	await officer.goto(review);
	await officer.getByLabel('Decision').fill('Senate 12/2026');
	await officer.getByLabel('Decided on').fill('2026-06-10');
	await officer.getByLabel('Approval document').setInputFiles(aPdf('minute.pdf', `minute for ${code}`));
	await officer.getByRole('button', { name: 'Sign the approval' }).click();
	await expect(officer.locator('#approvals')).toContainText('Covers the present content');

	await coordinator.goto(path);
	await coordinator.getByRole('button', { name: 'Published: take this step' }).click();
	await expect(coordinator.locator('#way')).toContainText('Next: Piloted');
	await expect(coordinator.locator('#signatures')).toContainText('Approved for the institution');

	await author.goto(`${path}/edit`);
	const outcomes = author.locator('#learning-outcomes');
	await outcomes
		.locator('textarea[name^="outcome.en"], input[name^="outcome.en"]')
		.first()
		.fill('Compare two rivers');
	await outcomes.getByRole('button', { name: 'Save Learning outcomes' }).click();
	await expect(author.locator('body')).toContainText(/goes back|sent back/i);
	await author.goto(path);
	await expect(author.locator('#signatures')).toContainText('No longer covers the present content');
	await author.goto(review);
	await expect(author.getByRole('main')).toContainText('Signatures no longer cover the present content');
	await expect(author.getByRole('main')).toContainText('Compare two rivers');
});
