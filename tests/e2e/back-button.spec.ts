import { expect, test } from '#tests/support/e2e.ts';

test('an unchanged page is not sent twice, and Back after the sign-out shows the sign-in', async ({
	asRole
}) => {
	const page = await asRole('coordinator');
	const sent = async () => {
		await page.goto('/leslie/deliverables');
		return page.evaluate(() =>
			performance
				.getEntriesByType('navigation')
				.map((one) => (one instanceof PerformanceNavigationTiming ? one.transferSize : 0))
				.join()
		);
	};
	const first = Number(await sent());
	// Other tests work in the same project meanwhile, and what they change is sent anew.
	await expect.poll(async () => Number(await sent())).toBeLessThan(first / 5);

	await page.getByRole('button', { name: 'Sign out', includeHidden: true }).evaluate((button) => {
		if (button instanceof HTMLButtonElement) button.form?.requestSubmit();
	});
	await expect(page).toHaveURL(/\/login/);
	await page.goBack();
	await expect(page.getByLabel('Password')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Deliverables' })).toHaveCount(0);
});
