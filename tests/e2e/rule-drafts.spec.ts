import { expect, test } from '#tests/support/e2e.ts';

test('a step added to the algorithm is a draft that the Back button and a closed page keep @no-js', async ({
	asRole
}, { project }) => {
	// A draft is one for each person: two browsers at once are two people.
	const [own, other] =
		project.name === 'no-js' ? (['coordinator', 'wp4'] as const) : (['wp4', 'coordinator'] as const);
	const words = `Peer reading, ${project.name}`;
	const page = await asRole(own);
	const edit = '/leslie/catalogue/algorithm/edit';
	await page.goto(edit);
	await page.getByRole('button', { name: 'Add a step after this one' }).first().click();
	const title = page.locator('[name="s1-title"]');
	await title.fill(words);
	await page.locator('#s1').getByRole('button', { name: 'Add a field' }).click();
	await expect(title).toHaveValue(words);
	await expect(page.getByText('nothing is published')).toBeVisible();

	await page.goto('/leslie/catalogue');
	const back = await page.goBack();
	expect(back?.status()).toBe(200);
	await expect(title).toHaveValue(words);
	await page.goto('/leslie/catalogue/algorithm');
	await expect(page.getByRole('main')).not.toContainText(words);

	// Nobody else sees it.
	const another = await asRole(other);
	await another.goto(edit);
	await expect(another.locator('[name="s1-title"]')).not.toHaveValue(words);

	await page.goto(edit);
	await page.getByText('Discard the draft').click();
	await page.getByRole('button', { name: 'Discard it' }).click();
	await expect(title).not.toHaveValue(words);
});

test('what new criteria would change is said where they are published, and goes back and forth', async ({
	asRole
}) => {
	const page = await asRole('wp4');
	await page.goto('/leslie/catalogue/criteria/elm/edit');
	await page.getByLabel('Another element').selectOption('grading');
	await page.getByRole('button', { name: 'Add the element' }).click();
	await page.getByLabel('Why the criteria change').fill('Half a sen');
	await page.locator('#publish').getByRole('button', { name: 'Show what would change' }).click();
	const publish = page.locator('#publish');
	await expect(publish).toContainText('What this version would change');
	await expect(publish.getByRole('button', { name: 'Publish', exact: true })).toBeInViewport();
	await page.goto('/leslie');
	expect((await page.goBack())?.status()).toBe(200);
	await expect(page.getByLabel('Why the criteria change')).toHaveValue('Half a sen');
	await page.getByText('Discard the draft').click();
	await page.getByRole('button', { name: 'Discard it' }).click();
	await expect(page.getByText('Your draft is gone')).toBeVisible();
});
