import { expect, test } from '#tests/support/e2e.ts';

test('the page of a meeting that is over tells an observer who was there, what was decided and what became of each point, on one screen and one sheet', async ({
	asRole
}) => {
	const observer = await asRole('observer');
	await observer.goto('/leslie/meetings/almaty-2025-12');
	await expect(observer.locator('#people')).toContainText('14 of 14 members');
	const points = observer.locator('#agenda');
	for (const told of ['DEC-001', 'DEC-002', '2 of 3 actions are done and verified'])
		await expect(points).toContainText(told);
	const { y = 0, height = 0 } = (await points.boundingBox()) ?? {};
	expect(height).toBeGreaterThan(100);
	expect(y + height).toBeLessThanOrEqual(800);
	const sheets = (await observer.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
	expect(sheets).toHaveLength(1);
});

test('the register of decisions leaves with who was present and the head of the audit trail', async ({
	asRole
}) => {
	const partner = await asRole('partner.koksu');
	await partner.goto('/leslie/decisions');
	const file = await (await partner.request.get('/leslie/decisions/decisions.csv')).text();
	const adopted = file.split('\r\n').find((line) => line.startsWith('DEC-001,')) ?? '';
	expect(adopted).toContain('KazNU, KOKSU');
	expect(file).toMatch(/\r\nHead of the audit trail,[0-9a-f]{64}\r\n$/);
});
