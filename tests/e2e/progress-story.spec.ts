import type { Db } from '#db/schema.ts';
import { expect, test } from '#tests/support/e2e.ts';

const PERIOD = '2026-05-01';

/** As the demo has it: three of Uzbekistan wait for their acceptance, and nobody was reminded. */
async function resetPeriod(db: Db, projectId: string) {
	const { id } = await db
		.selectFrom('checkInPeriod')
		.select('id')
		.where('projectId', '=', projectId)
		.where('startsOn', '=', PERIOD)
		.executeTakeFirstOrThrow();
	await db.deleteFrom('reminder').where('periodId', '=', id).execute();
	for (const [code, state] of [
		['bsu', 'submitted'],
		['binrm', 'submitted'],
		['mhesi', 'nil']
	] as const)
		await db
			.updateTable('checkIn')
			.set({ state })
			.where('periodId', '=', id)
			.where('organisationId', 'in', (eb) =>
				eb.selectFrom('organisation').select('id').where('projectId', '=', projectId).where('code', '=', code)
			)
			.execute();
}

test('a country is accepted, who is silent is reminded once, and payment says what it waits for @story @no-js', async ({
	asRole,
	connection: { db },
	projectId
}) => {
	await resetPeriod(db, projectId);

	const national = await asRole('uz');
	await national.goto('/leslie');
	await expect(national.locator('#country-reports')).toContainText('waiting for 4 of 6 UZ partners');
	await expect(national.locator('#country-reports')).toContainText('no report of IAU');
	await national.getByRole('link', { name: 'Read and accept' }).click();
	await national.getByRole('button', { name: 'Accept these 3' }).click();
	await national.goto('/leslie/progress');
	await expect(national.locator('#waiting')).toContainText('waiting for 1 of 6 UZ partners');

	const coordinator = await asRole('coordinator');
	await coordinator.goto('/leslie');
	await expect(coordinator.locator('#country-reports')).toContainText('waiting for 1 of 6 UZ partners');
	await coordinator.getByRole('link', { name: /^Remind 1 silent/ }).click();
	await expect(coordinator.locator('#who')).toContainText('IAU');
	await expect(coordinator.locator('#who')).toContainText('D5.4');
	await coordinator.getByLabel('A word of yours').fill('Before Friday, please.');
	await coordinator.getByRole('button', { name: 'Send 1 mail' }).click();
	await expect(coordinator.locator('#sent')).toContainText('Before Friday, please.');
	await coordinator.getByRole('button', { name: 'Send 1 mail' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('today already');

	await coordinator.goto('/leslie');
	await coordinator.locator('#packages').getByRole('link', { name: 'Blocked by 3 items' }).last().click();
	const package4 = coordinator.locator('#WP4');
	await expect(package4).toContainText('Blocked by 3 items');
	for (const code of ['D4.3', 'D4.4', 'D4.5'])
		await expect(package4.getByRole('rowheader', { name: new RegExp(code) })).toBeVisible();
	await expect(package4.getByLabel('Draft of the completion text of WP4')).toHaveValue(
		/The catalogue has its first/
	);

	await coordinator.getByLabel('This item').selectOption('D5.4');
	await coordinator.getByLabel('were done on').fill('2026-12-15');
	await coordinator.getByRole('button', { name: 'See' }).click();
	await expect(coordinator.locator('#what-if')).toContainText('would become');
	await expect(coordinator.locator('#what-if')).toContainText('after the period');
});
