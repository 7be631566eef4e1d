import { expect, test } from 'vitest';
import { ensureMailKey } from '#lib/server/mail/mail-key.ts';
import { readSignedPage, signedPagePath } from '#lib/server/mail/page-links.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const PATH = '/leslie/check-in/2026-06-01';
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

test('a signed address leads to exactly one page, for two months', () =>
	withDatabase(async (db) => {
		const token = signedPagePath(await ensureMailKey(db), PATH, NOW).replace('/open/', '');
		expect(await readSignedPage(db, token, NOW)).toBe(PATH);
		expect(await readSignedPage(db, token, days(59))).toBe(PATH);
		expect(await readSignedPage(db, token, days(62))).toBeUndefined();
	}));

test('an address that was changed, or signed elsewhere, leads nowhere', () =>
	withDatabase(async (db) => {
		const key = await ensureMailKey(db);
		const [until = '', , seal = ''] = signedPagePath(key, PATH, NOW).replace('/open/', '').split('.');
		const other = Buffer.from('/leslie/settings').toString('base64url');
		expect(await readSignedPage(db, `${until}.${other}.${seal}`, NOW)).toBeUndefined();
		const foreign = signedPagePath('another key', PATH, NOW).replace('/open/', '');
		expect(await readSignedPage(db, foreign, NOW)).toBeUndefined();
		expect(await readSignedPage(db, '', NOW)).toBeUndefined();
	}));

test('no signature leads off our own pages', () =>
	withDatabase(async (db) => {
		const token = signedPagePath(await ensureMailKey(db), '//evil.example/', NOW).replace('/open/', '');
		expect(await readSignedPage(db, token, NOW)).toBeUndefined();
	}));
