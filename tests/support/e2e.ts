import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import { findDemoProjectId } from './demo-installation.ts';
import { emailOf, findPersonId } from './accounts.ts';
import { writeSession, type SessionWish } from './sign-in-as.ts';

type Somebody = Parameters<typeof emailOf>[0];

interface WorkerFixtures {
	/** A second connection to the database of the server under test. */
	connection: Connection;
	projectId: string;
}

interface Fixtures {
	/** A browser of their own for each account, signed in without the sign-in page. */
	asRole(account: Somebody, wish?: SessionWish): Promise<Page>;
}

/** Puts the session of an account into a browser that was nobody's. */
async function signIn(
	context: BrowserContext,
	{ db }: Connection,
	account: Somebody,
	wish?: SessionWish
): Promise<void> {
	const value = await writeSession(db, await findPersonId(db, emailOf(account)), wish);
	await context.addCookies([
		{ name: 'session', value, domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Lax' }
	]);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	connection: [
		async ({}, use) => {
			const dataDir = process.env.E2E_DATA_DIR ?? '';
			const connection = await connect({ dataDir, databaseUrl: process.env.E2E_DATABASE_URL ?? '' });
			await use(connection);
			await connection.close();
		},
		{ scope: 'worker' }
	],
	projectId: [
		async ({ connection }, use) => use(await findDemoProjectId(connection.db)),
		{ scope: 'worker' }
	],
	async asRole({ browser, connection }, use) {
		const pages = new Map<Somebody, Page>();
		await use(async (account, wish) => {
			const known = pages.get(account);
			if (known) return known;
			const context = await browser.newContext();
			await signIn(context, connection, account, wish);
			const page = await context.newPage();
			pages.set(account, page);
			return page;
		});
		for (const page of pages.values()) await page.context().close();
	}
});

export { expect } from '@playwright/test';
