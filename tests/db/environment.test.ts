import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '#db/environment.ts';

test('nothing set means SQLite in ./data, on http://localhost:3000, trusting no proxy', () => {
	expect(readEnvironment({})).toEqual({
		port: 3000,
		origin: 'http://localhost:3000',
		dataDir: resolve('data'),
		databaseUrl: '',
		demoPassword: 'leslie-demo',
		trustProxy: 0
	});
});

test('an empty variable counts as absent, and the origin follows the port', () => {
	expect(readEnvironment({ PORT: '8080', ORIGIN: '', DATABASE_URL: '' })).toMatchObject({
		origin: 'http://localhost:8080',
		databaseUrl: ''
	});
});

test.each([
	['PORT', '99999', /PORT is "99999"; expected a port/],
	['PORT', '80x', /PORT is "80x"/],
	[
		'ORIGIN',
		'https://desk.example.eu/',
		/ORIGIN is "https:\/\/desk.example.eu\/"; expected .*without a path/
	],
	['ORIGIN', 'desk.example.eu', /ORIGIN is/],
	['TRUST_PROXY', 'true', /TRUST_PROXY is "true"; expected the number/],
	['DATABASE_URL', 'mysql://user:hunter2@host/x', /DATABASE_URL is .*; expected postgres:/]
])('a bad %s (%s) is named with what is expected', (name, value, message) => {
	expect(() => readEnvironment({ [name]: value })).toThrow(message);
});

test('all bad variables are named at once, and no secret is repeated', () => {
	const read = () =>
		readEnvironment({ PORT: 'x', DATABASE_URL: 'mysql://user:hunter2@host/x', DEMO_PASSWORD: 'short' });
	expect(read).toThrow(EnvironmentError);
	expect(read).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*DEMO_PASSWORD/);
	expect(read).not.toThrow(/hunter2|short"/);
});
