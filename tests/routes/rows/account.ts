import type { Row } from '#tests/routes/row.ts';

/** Doors outside of projects: for everybody, or for who is signed in. */
export const ACCOUNT_ROWS: readonly Row[] = [
	{ route: '/', act: 'layout', gate: 'visitor', about: 'nothing' },
	{ route: '/', act: 'load', gate: 'signed-in', about: 'nothing' },
	{ route: '/open/[secret]', act: 'GET', gate: 'visitor', about: 'nothing' },
	{ route: '/login', act: 'load', gate: 'visitor', about: 'nothing' },
	{
		route: '/login',
		act: 'action default',
		gate: 'visitor',
		about: 'nothing',
		form: () => ({ email: 'nobody@leslie.example', password: 'not a password' })
	},
	{ route: '/send-again', act: 'load', gate: 'visitor', about: 'nothing' },
	{
		route: '/send-again',
		act: 'action default',
		gate: 'visitor',
		about: 'nothing',
		form: () => ({
			to: '/account?/rename',
			'kept.name': 'A new name',
			email: 'nobody@leslie.example',
			password: 'x'
		})
	},
	{ route: '/logout', act: 'POST', gate: 'visitor', about: 'nothing', form: () => ({}), last: 9 },
	{
		route: '/theme',
		act: 'POST',
		gate: 'visitor',
		about: 'nothing',
		form: () => ({ theme: 'dark', back: '/' })
	},
	{ route: '/account', act: 'load', gate: 'signed-in', about: 'nothing' },
	{
		route: '/account',
		act: 'action rename',
		gate: 'signed-in',
		about: 'nothing',
		form: () => ({ name: 'A new name' }),
		last: 1
	},
	{
		route: '/account',
		act: 'action password',
		gate: 'signed-in',
		about: 'nothing',
		form: () => ({ password: 'wrong', newPassword: 'a long new one', newPasswordAgain: 'a long new one' })
	},
	{
		route: '/account',
		act: 'action endSession',
		gate: 'signed-in',
		about: 'nothing',
		form: () => ({ sessionId: 'a'.repeat(64) }),
		unknown: true
	},
	{
		route: '/account',
		act: 'action endOthers',
		gate: 'signed-in',
		about: 'nothing',
		form: () => ({}),
		last: 1
	},
	{
		route: '/account',
		act: 'action mail',
		gate: 'signed-in',
		about: 'nothing',
		form: () => ({ digest: 'daily', timeZone: '' })
	},
	// Opened by a secret of its own: tests/routes/unsubscribe.test.ts.
	{ route: '/unsubscribe/[secret]', act: 'load', gate: 'visitor', about: 'nothing', unknown: true },
	{ route: '/unsubscribe/[secret]', act: 'action default', gate: 'visitor', about: 'nothing', unknown: true },
	{ route: '/link/[secret]', act: 'load', gate: 'visitor', about: 'nothing' },
	{
		route: '/link/[secret]',
		act: 'action default',
		gate: 'visitor',
		about: 'nothing',
		form: () => ({ newPassword: 'a long new one', newPasswordAgain: 'a long new one' })
	},
	{ route: '/installation', act: 'load', gate: 'administrator', about: 'nothing' },
	...['disable', 'enable', 'link'].map((name): Row => ({
		route: '/installation',
		act: `action ${name}`,
		gate: 'administrator',
		about: 'person',
		form: ({ id }) => ({ personId: id }),
		// Before memberships end: the admin of a project changes its members' accounts.
		last: 3
	})),
	{ route: '/installation/mails', act: 'load', gate: 'administrator', about: 'nothing' },
	{ route: '/installation/mails/[id]', act: 'load', gate: 'administrator', about: 'nothing', unknown: true },
	{
		route: '/installation/mails/[id]',
		act: 'action retry',
		gate: 'administrator',
		about: 'nothing',
		form: () => ({ letterId: 'missing' }),
		unknown: true
	},
	{ route: '/healthz', act: 'GET', gate: 'visitor', about: 'nothing' },
	{ route: '/readyz', act: 'GET', gate: 'visitor', about: 'nothing' }
];
