import { expect, test } from 'vitest';
import type { Actor } from '#lib/domain/roles.ts';
import { pageKey } from '#lib/server/http/remember.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';

const SIGNED_IN = {
	sessionId: 's1',
	personId: 'p1',
	name: 'Dana',
	email: 'dana@example.org',
	authenticatedAt: NOW.toISOString(),
	isRenewed: false
};
const DANA: Actor = {
	personId: 'p1',
	name: 'Dana',
	projectId: 'leslie',
	organisationId: 'bsu',
	organisationAcronym: 'BSU',
	country: 'UZ',
	grants: [{ id: 'g1', role: 'partner', scopeType: 'organisation', scopeId: 'bsu' }]
};

const keyFor = (actor: Actor, isRenewed = false) =>
	pageKey(
		{ signedIn: { ...SIGNED_IN, isRenewed }, actor, project: null, now: NOW, today: TODAY, theme: 'system' },
		new URL('https://desk.example.org/leslie/check-in'),
		'/[project]/check-in'
	);

test('a page is kept apart for whom somebody stands in, though that person lends no role', () => {
	const standingIn = (deputyRowId: string): Actor => ({
		...DANA,
		actingFor: { deputyRowId, personId: 'p2', name: 'Aziza' }
	});
	const keys = [DANA, standingIn('d1'), standingIn('d2')].map((actor) => keyFor(actor));
	expect(new Set(keys).size).toBe(3);
	expect(keyFor({ ...DANA, name: 'Dana K.' })).toBe(keys[0]);
});

test('the answer that brings a new session is not kept', () => {
	expect(keyFor(DANA, true)).toBeNull();
});
