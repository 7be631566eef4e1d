import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { makeDemo } from '#tests/support/demo-installation.ts';
import { startMailSink } from '#tests/support/mail-sink.ts';
import { startCrashServer } from './crash-server.ts';
import { withConnection } from './state.ts';

const folder = mkdtempSync(join(tmpdir(), 'leslie-mail-server-'));
const place = { dataDir: join(folder, 'data'), databaseUrl: '' };

beforeAll(() => makeDemo(place));
afterAll(() => rmSync(folder, { recursive: true }));

async function until(isSo: () => boolean) {
	for (let tries = 0; tries < 1500 && !isSo(); tries++) await wait(20);
}

const letters = () =>
	withConnection(place, (db) => db.selectFrom('mailLetter').select(['state', 'doubtful', 'tries']).execute());

test('a server that is asked to stop finishes the mail in flight and begins no other', async () => {
	const sink = await startMailSink({ slowMs: 1500 });
	const mine = () => sink.received.filter((mail) => mail.text.includes('A new password'));
	const env = { SMTP_URL: sink.url, MAIL_FROM: 'desk@example.org' };
	const server = await startCrashServer({ ...place, env });
	await withConnection(place, async (db) => {
		const people = await db.selectFrom('person').select('id').orderBy('id').limit(3).execute();
		const mail = { projectId: null, kind: 'reset', subject: 'A new password', body: 'Text' } as const;
		const to = people.map((person) => person.id);
		await queueMail(db, { ...mail, to, because: 'account' }, new Date('2026-06-15T00:00:00.000Z'));
	});
	await until(() => sink.connections > 0);
	await wait(200);
	expect(await server.end('SIGTERM')).toBe(0);
	expect(mine()).toHaveLength(1);
	const states = (await letters()).filter((letter) => letter.tries > 0);
	expect(states).toEqual([{ state: 'sent', doubtful: 0, tries: 1 }]);

	const again = await startCrashServer({ ...place, env });
	await until(() => mine().length === 3);
	await again.end('SIGTERM');
	expect(new Set(mine().map((mail) => mail.messageId)).size).toBe(3);
	await sink.stop();
});
