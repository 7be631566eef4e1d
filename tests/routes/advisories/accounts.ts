import { DEMO_PASSWORD, emailOf } from '#tests/support/accounts.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';
import { now } from '#lib/server/clock.ts';
import { createLink } from '#lib/server/auth/one-time-links.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { ensureMailKey } from '#lib/server/mail/mail-key.ts';
import { signedPagePath } from '#lib/server/mail/page-links.ts';
import { selectNotices } from '#lib/server/mail/find-letter.ts';
import { listStillTheirs } from '#lib/server/mail/still-theirs.ts';
import { sha256 } from '#lib/server/ids.ts';
import type { Advisory, World } from './world.ts';

const NEW = 'a long new password';
const withNew = (password: string) => ({ password, newPassword: NEW, newPasswordAgain: NEW });

const signIn = ({ ask }: World, email: string, password: string, headers: Record<string, string> = {}) =>
	ask('nobody', '/login', { form: { email, password, next: '/' }, headers });

const isSignedIn = async ({ server }: World, token: string) =>
	(await server.http.send('/account', { cookie: `session=${token}` })).status === 200;

export const ACCOUNTS_AND_SESSIONS: readonly Advisory[] = [
	{
		id: 'CVE-2026-44733, GHSA-px7f-cj9f-7m4m',
		never: 'a password is not changed by a session alone',
		attempt: async (world) => {
			const stored = () =>
				world.db.selectFrom('person').select(['id', 'passwordHash']).orderBy('id').execute();
			const before = await stored();
			const faults = await world.refused([
				['partner.ucy', '/account?/password', withNew('')],
				['partner.ucy', '/account?/password', withNew('wrong')],
				['partner.ucy', '/account?/password', { newPassword: NEW, newPasswordAgain: NEW }]
			]);
			const isSame = JSON.stringify(await stored()) === JSON.stringify(before);
			return isSame ? faults : [...faults, 'a password was changed'];
		}
	},
	{
		id: 'CVE-2021-37156',
		never: 'sessions from before a new password do not go on',
		attempt: async (world) => {
			const other = await writeSession(world.db, await world.personOf('partner.ucy'));
			const wasIn = await isSignedIn(world, other);
			const faults = await world.allowed('partner.ucy', '/account?/password', withNew(DEMO_PASSWORD));
			return [
				...faults,
				...(wasIn ? [] : ['there was no other session']),
				...((await isSignedIn(world, other)) ? ['the other session goes on'] : [])
			];
		}
	},
	{
		id: 'CVE-2026-23646, GHSA-w422-xf8f-v4vp',
		never: 'nobody ends the session of somebody else',
		attempt: async (world) => {
			const theirs = await writeSession(world.db, await world.personOf('qa1'));
			const own = await writeSession(world.db, await world.personOf('qa2'));
			const end = (token: string) =>
				world.ask('qa2', '/account?/endSession', { form: { sessionId: sha256(token) } });
			await end(theirs);
			await end(own);
			return [
				...((await isSignedIn(world, theirs)) ? [] : ['the session of somebody else was ended']),
				...((await isSignedIn(world, own)) ? ['not even one’s own session is ended'] : [])
			];
		}
	},
	{
		id: 'CVE-2026-22604, CVE-2025-52576',
		never: 'signing in does not tell whether an account exists',
		attempt: async (world) => {
			const shape = (body: string, email: string) =>
				body.replaceAll(`value="${email}"`, '').replaceAll(/[0-9a-f-]{36}|nonce-?="?[^"';]+/g, '');
			const [known, unknown] = [emailOf('wp4'), 'wp5@leslie.example'];
			const one = await signIn(world, known, 'not this one');
			const two = await signIn(world, unknown, 'not this one');
			const isSame = one.status === two.status && shape(one.body, known) === shape(two.body, unknown);
			return isSame ? [] : [`${one.status} and ${two.status} differ, or their pages`];
		}
	},
	{
		id: 'CVE-2025-52576, GHSA-qw57-7cx6-wvp7',
		never: 'a made-up address of the sender does not make the wait after wrong passwords go away',
		attempt: async (world) => {
			const said: string[] = [];
			for (let attempt = 0; attempt < 12; attempt += 1) {
				const headers = { 'x-forwarded-for': `203.0.113.${attempt}`, 'x-real-ip': `198.51.100.${attempt}` };
				said.push((await signIn(world, emailOf('wp4'), `wrong ${attempt}`, headers)).body);
			}
			await world.db.deleteFrom('signInThrottle').execute();
			return said.some((body) => /Too many attempts|Try again in|Wait/i.test(body))
				? []
				: ['nobody has to wait'];
		}
	},
	{
		id: 'CVE-2017-15572, Redmine #42998',
		never: 'a page whose address is a secret, or that asks for one, is kept nowhere and told to nobody',
		attempt: async (world) => {
			const personId = await world.personOf('partner.bsu');
			const link = { personId, kind: 'reset', createdBy: personId, shownTo: null } as const;
			const secret = await world.db.transaction().execute((db) => createLink(db, link, now()));
			const faults: string[] = [];
			for (const [who, path] of [
				['nobody', `/link/${secret}`],
				['nobody', '/login'],
				['partner.bsu', '/account']
			] as const) {
				const { status, headers, body } = await world.ask(who, path);
				if (status !== 200) faults.push(`${path}: ${status}`);
				if (path !== '/login' && headers['cache-control'] !== 'no-store') faults.push(`${path} is kept`);
				if (!/^(no-referrer|same-origin)$/.test(String(headers['referrer-policy'])))
					faults.push(`${path} refers`);
				if (/(src|href)="https?:/.test(body.replaceAll(world.server.origin, '')))
					faults.push(`${path} loads`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2026-46386, GHSA-r85r-gjq2-f83r',
		never: 'an address sealed with a key that everybody knows opens nothing',
		attempt: async (world) => {
			const keys = ['', 'OVERWRITE_ME', 'mail-key', 'secret'];
			const paths = keys.map((key) => signedPagePath(key, '/leslie/check-in/2026-06-01', now()));
			const value = await ensureMailKey(world.db);
			const own = signedPagePath(value, '/leslie/check-in/2026-06-01', now());
			return [
				...(value.length >= 40 ? [] : ['there is no key of this installation']),
				...(await world.allowed('partner.bsu', own)),
				...(await world.refused(paths.map((path) => ['partner.bsu', path])))
			];
		}
	},
	{
		id: 'GHSA-773c-7fc3-342g, CVE-2020-36306',
		never: 'no address of ours leads to another site',
		attempt: async (world) => {
			const places = [
				'https://evil.example',
				'//evil.example',
				'/\\evil.example',
				'javascript:alert(1)',
				'/%2e%2e//evil.example'
			];
			const value = await ensureMailKey(world.db);
			const faults: string[] = [];
			for (const next of places) {
				const sealed = signedPagePath(value, next, now());
				const answers = [
					await world.ask('kz', `/login?next=${encodeURIComponent(next)}`),
					await world.ask('nobody', sealed),
					await world.ask('kz', '/theme', { form: { theme: 'dark', back: next } })
				];
				for (const { status, headers } of answers)
					if (status < 500 && !/^(\/(?![/\\])[^\\]*)?$/.test(headers.location ?? ''))
						faults.push(`${next} leads to ${headers.location}`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2017-16804',
		never: 'a mail tells nothing of what its reader may not read',
		attempt: async (world) => {
			const personId = await world.personOf('observer');
			const { id } = await world.db
				.selectFrom('item')
				.select('id')
				.where('projectId', '=', world.projectId)
				.where('kind', '=', 'deliverable')
				.where('state', '=', 'in-preparation')
				.executeTakeFirstOrThrow();
			const about = { type: 'deliverable', id, label: 'A draft' };
			const mail = { projectId: world.projectId, kind: 'due-soon', because: 'holder', about } as const;
			await queueMail(world.db, { ...mail, to: [personId], subject: 'A draft is due', body: 'x' }, now());
			const notices = await selectNotices(world.db).where('outboxMail.toPersonId', '=', personId).execute();
			const told = await listStillTheirs(world.db, { personId, name: 'Observer' }, notices, now());
			return [
				...(notices.some(({ subject }) => subject === 'A draft is due') ? [] : ['nothing waits']),
				...told.map(({ subject }) => subject).filter((subject) => subject === 'A draft is due')
			];
		}
	}
];
