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
		trustProxy: 0,
		mail: null
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
	['SMTP_URL', 'mail.example.eu:587', /SMTP_URL is .*; expected smtp:/],
	['SMTP_URL', 'smtp://mail.example.eu/?logger=true', /SMTP_URL is .*; expected smtp:/],
	['MAIL_FROM', 'desk', /MAIL_FROM is "desk"; expected an e-mail address/],
	['MAIL_FROM', 'Desk <desk@example.eu>\nBcc: x@example.eu', /MAIL_FROM is/],
	['DATABASE_URL', 'mysql://user:hunter2@host/x', /DATABASE_URL is .*; expected postgres:/]
])('a bad %s (%s) is named with what is expected', (name, value, message) => {
	expect(() => readEnvironment({ [name]: value })).toThrow(message);
});

test('all bad variables are named at once, and no secret is repeated', () => {
	const read = () =>
		readEnvironment({
			PORT: 'x',
			DATABASE_URL: 'mysql://user:hunter2@host/x',
			DEMO_PASSWORD: 'short',
			SMTP_URL: 'hunter2'
		});
	expect(read).toThrow(EnvironmentError);
	expect(read).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*DEMO_PASSWORD/);
	expect(read).not.toThrow(/hunter2|short"/);
});

test('a mail server needs a sender, and the error names what is missing', () => {
	expect(() => readEnvironment({ SMTP_URL: 'smtp://mail.example.eu' })).toThrow(/MAIL_FROM is missing/);
});

test('a mail server is read with its password decoded, and the port of its kind', () => {
	const MAIL_FROM = '"LESLIE desk" <desk@example.eu>';
	const from = { name: 'LESLIE desk', address: 'desk@example.eu' };
	expect(readEnvironment({ SMTP_URL: 'smtps://me%40x:p%3Aq@mail.example.eu', MAIL_FROM }).mail).toEqual({
		host: 'mail.example.eu',
		port: 465,
		secure: true,
		auth: { user: 'me@x', pass: 'p:q' },
		from
	});
	expect(readEnvironment({ SMTP_URL: 'smtp://[::1]:2525', MAIL_FROM }).mail).toEqual({
		host: '::1',
		port: 2525,
		secure: false,
		auth: null,
		from
	});
});
