import { expect, test } from 'vitest';
import { isSameOrigin, refusalOf } from '#lib/server/http/same-origin.ts';

const OURS = 'https://desk.example.eu';
const request = (method: string, headers: Record<string, string>) =>
	new Request(`${OURS}/leslie`, { method, headers });

test.each([
	['GET', {}, true],
	['HEAD', { origin: 'https://evil.example' }, true],
	['POST', { origin: OURS }, true],
	['POST', { origin: OURS, 'sec-fetch-site': 'same-origin' }, true],
	['POST', { origin: OURS, 'sec-fetch-site': 'none' }, true],
	['POST', { origin: OURS, 'sec-fetch-site': 'same-site' }, false],
	['POST', { origin: OURS, 'sec-fetch-site': 'cross-site' }, false],
	['POST', {}, false],
	['POST', { origin: 'null' }, false],
	['POST', { origin: 'http://desk.example.eu' }, false],
	['POST', { origin: 'https://desk.example.eu.evil.example' }, false],
	['POST', { origin: 'https://desk.example.eu:8443' }, false],
	['PUT', { origin: 'https://evil.example', 'content-type': 'application/json' }, false],
	['DELETE', { 'sec-fetch-site': 'same-origin' }, false],
	['PATCH', {}, false]
] as const)('%s with %j: %s', (method, headers, isOurs) => {
	expect(isSameOrigin(request(method, headers), OURS)).toBe(isOurs);
});

test.each(['/leslie/%00', '/login?next=%00', '/%00'])(
	'%s is refused before the database is asked',
	(path) => {
		expect(refusalOf(request('GET', {}), new URL(path, OURS))?.status).toBe(400);
		expect(refusalOf(request('GET', {}), new URL('/leslie/%20', OURS))).toBeNull();
	}
);
