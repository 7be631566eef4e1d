import type { Locator, Page } from '@playwright/test';

/** Opens what is folded, as one does without scripts too. */
export async function unfold(within: Page | Locator, summary: string | RegExp): Promise<void> {
	const folded = within.locator('details:not([open]) > summary').filter({ hasText: summary });
	for (let left = await folded.count(); left > 0; left--) await folded.first().click();
}
