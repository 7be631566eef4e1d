import type { Page } from '@playwright/test';
import { OFFICER } from '#tests/support/accounts.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { aPdf } from '#tests/support/files.ts';
import { unfold } from '#tests/support/unfold.ts';

const SAVED = /^✓ saved/;

/** Fills the fields of an element in and presses its button, as one does without scripts. */
async function write(page: Page, element: string, values: Readonly<Record<string, string | string[]>>) {
	const field = page.locator(`#${element}`);
	for (const [name, value] of Object.entries(values)) {
		const input = field.locator(`[name="${name}"]`);
		if (typeof value !== 'string')
			for (const code of value) await field.locator(`[name="${name}"][value="${code}"]`).check();
		else if ((await field.locator(`select[name="${name}"]`).count()) > 0) await input.selectOption(value);
		else await input.fill(value);
	}
	await field.getByRole('button', { name: /^Save/ }).click();
	await expect(field.getByRole('status')).toHaveText(SAVED);
}

async function writeOutcomes(page: Page, outcomes: readonly { en: string; kk: string }[]) {
	const field = page.locator('#learning-outcomes');
	for (const [row, { en, kk }] of outcomes.entries()) {
		await field.locator('[name="outcome.en[]"]').nth(row).fill(en);
		await field.locator('[name="outcome.kk[]"]').nth(row).fill(kk);
		await field.locator('[name="outcomeAssessment[]"]').nth(row).selectOption('project');
		await field.getByRole('button', { name: 'Add another outcome' }).click();
		await expect(field.getByText(`Outcome ${row + 1}`, { exact: true })).toBeVisible();
	}
}

async function takeStep(page: Page, path: string, title: string) {
	await page.goto(path);
	await page.getByRole('button', { name: `${title}: take this step` }).click();
	await expect(page.locator('#way')).toContainText('Next:');
	await expect(page.locator('#way')).not.toContainText(`Next: ${title}`);
}

test('an entry goes from idea to published, and another outcome voids what was signed @story @no-js', async ({
	asRole
}, { project, repeatEachIndex }) => {
	test.setTimeout(300_000);
	const browser = { desktop: 'x', phone: 'y', 'no-js': 'z' }[project.name] ?? 'w';
	// Words of its own, for entries that are alike are to be decided about first.
	const own = (word: string) => `${browser}${(repeatEachIndex + 36).toString(36)}${word}`;

	const author = await asRole('partner.koksu');
	await author.goto('/leslie/catalogue/new');
	await author.getByLabel('Working title').fill(`${own('rivers')} and ${own('basins')}`);
	await author.getByLabel('Theme').selectOption({ index: 1 });
	await author.getByRole('button', { name: 'Start the entry' }).click();
	await expect(author).toHaveURL(/\/catalogue\/MC-KOKSU-\d+\/edit/);
	const [path = '', code = ''] = /\/leslie\/catalogue\/(MC-KOKSU-\d+)/.exec(author.url()) ?? [];
	const edit = `${path}/edit`;
	const review = `${path}/review`;

	await author.goto(path);
	await expect(author.locator('#way')).toContainText('Next: Need confirmed');
	await expect(author.locator('#way')).toContainText('in the way:');
	const need = author.locator('#proof-need');
	await unfold(need, 'Add evidence');
	await need.getByLabel('File or photo').setInputFiles(aPdf('survey.pdf', `survey for ${code}`));
	await need.getByRole('button', { name: 'Upload' }).click();
	await expect(need.getByRole('link', { name: 'survey.pdf' })).toBeVisible();
	await author.goto(edit);
	await write(author, 'target-group', { 'text.en': 'Water engineers' });
	await write(author, 'need', { 'text.en': 'The water board asked for it' });
	await write(author, 'sdgs', { 'codes[]': ['6'] });
	await takeStep(author, path, 'Need confirmed');

	await author.goto(edit);
	await write(author, 'title', { 'text.kk': `${own('өзендер')} ${own('көлдер')}` });
	await writeOutcomes(
		author,
		['sample', 'measure', 'protect'].map((word) => ({
			en: `${word} ${own(word)}`,
			kk: `${own(word)} қорғау`
		}))
	);
	await write(author, 'workload', { hours: '75', ects: '3' });
	await write(author, 'assessment', { 'codes[]': ['project'] });
	await write(author, 'participation', { 'codes[]': ['blended'] });
	await write(author, 'languages', { 'codes[]': ['kk', 'en'] });
	await write(author, 'prerequisites', { 'text.en': 'None' });
	await takeStep(author, path, 'Designed');

	await author.goto(edit);
	await write(author, 'isced-f', { value: '0521' });
	await write(author, 'level', { eqf: '6', cycle: 'first', national: 'NQF 6' });
	await write(author, 'skills', { lines: 'Hydrology' });
	await write(author, 'stackability', { 'text.en': 'Stands alone' });
	await takeStep(author, path, 'Mapped');

	await author.goto(edit);
	await write(author, 'quality-assurance', { type: 'institution-accredited', text: 'Reviewed in 2024' });
	const about = (language: string) => `${own(language)} `.repeat(30);
	await write(author, 'description', { 'text.en': about('water'), 'text.kk': about('сулар') });
	await write(author, 'licence', { value: 'CC-BY-4.0' });
	await write(author, 'homepage', { url: 'https://www.example.org/water', checkedOn: '2026-06-01' });
	await write(author, 'contact', { value: 'courses@example.org' });
	await write(author, 'programmes', { lines: 'Master in ecology' });
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

	// Whoever wrote it cannot approve it for the institution.
	await author.goto(review);
	await expect(author.getByRole('button', { name: 'Sign the approval' })).toHaveCount(0);
	const officer = await asRole(OFFICER);
	await officer.goto(review);
	await officer.getByLabel('Decision').fill('Senate 12/2026');
	await officer.getByLabel('Decided on').fill('2026-06-10');
	await officer.getByLabel('Approval document').setInputFiles(aPdf('minute.pdf', `minute for ${code}`));
	await officer.getByRole('button', { name: 'Sign the approval' }).click();
	await expect(officer.locator('#approvals')).toContainText('Covers the present content');

	// Nothing was missing: the catalogue took its own step, and the leader of its work package publishes.
	const leader = await asRole('wp4');
	await leader.goto(path);
	await leader.getByRole('button', { name: 'Published: take this step' }).click();
	await expect(leader.locator('#way')).toContainText('Next: Piloted');
	await expect(leader.locator('#signatures')).toContainText('Approved for the institution');
	const visitor = await leader.context().newPage();
	await visitor.context().clearCookies();
	await visitor.goto(`/leslie/catalogue/public/${code}`);
	await expect(visitor.getByRole('heading', { level: 1 })).toContainText(own('rivers'));

	await author.goto(edit);
	const outcomes = author.locator('#learning-outcomes');
	await outcomes.locator('[name="outcome.en[]"]').first().fill('Compare two rivers');
	await outcomes.getByRole('button', { name: 'Save Learning outcomes' }).click();
	await expect(author.locator('body')).toContainText(/goes back|sent back/i);
	await author.goto(path);
	await expect(author.locator('#signatures')).toContainText('No longer covers the present content');
	await author.goto(review);
	await expect(author.getByRole('main')).toContainText('Signatures no longer cover the present content');
	await expect(author.getByRole('main')).toContainText('Compare two rivers');
});
