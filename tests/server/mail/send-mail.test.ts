import { expect, test } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { startMailSink } from '#tests/support/mail-sink.ts';
import { withMailBench } from '#tests/support/mail-bench.ts';

test('a mail says what happened, where to act, why one gets it, and how to stop it', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ queue, pass, sink }) => {
			await queue();
			expect(await pass()).toMatchObject({ sent: 1, outage: null });
			const [mail] = sink.received;
			expect(mail).toMatchObject({ from: 'desk@example.org' });
			const text = (mail?.text ?? '').replaceAll('=\r\n', '');
			expect(text).toContain('Subject: [LESLIE] A12: send the list of courses');
			expect(text).toContain('Until 30 June.');
			expect(text).toContain('https://desk.example.org/leslie/actions/A12');
			expect(text).toContain('because it is yours to do');
			expect(text).toContain('https://desk.example.org/account#mail');
			expect(text).toMatch(
				/List-Unsubscribe:\s+<https:\/\/desk\.example\.org\/unsubscribe\/\S+\.action-created\./
			);
			expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
			expect(text).toContain('Auto-Submitted: auto-generated');
		})
	));

test('what was sent is not sent again', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ queue, pass, sink }) => {
			await queue();
			await pass();
			expect(await pass(60 * 24)).toMatchObject({ sent: 0 });
			expect(sink.received).toHaveLength(1);
		})
	));

test('two senders at once send each mail once', () =>
	withDatabase((db) =>
		withMailBench(db, { slowMs: 20 }, async ({ queue, pass, sink }) => {
			for (const kind of ['ball', 'due-broken', 'action-created', 'meeting-cancelled'] as const)
				await queue({ kind });
			await Promise.all([pass(), pass(), pass()]);
			expect(sink.received).toHaveLength(4);
			expect(new Set(sink.received.map((mail) => mail.messageId)).size).toBe(4);
		})
	));

test('five actions of one meeting are one mail', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ queue, pass, sink }) => {
			for (const number of [1, 2, 3, 4, 5]) await queue({ subject: `A${number}: something to do` });
			expect(await pass(0.5)).toMatchObject({ sent: 0 });
			expect(await pass(2)).toMatchObject({ sent: 1 });
			expect(sink.received[0]?.text).toContain('Subject: [LESLIE] A1: something to do, and 4 more');
		})
	));

test('while the server is down nothing is lost and nothing is given up, however long it takes', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ queue, pass, sink, letters }) => {
			await queue();
			await queue({ kind: 'ball' });
			await sink.stop();
			for (const minutes of [2, 60, 60 * 24, 60 * 24 * 20])
				expect((await pass(minutes)).outage).toMatch(/ECONNREFUSED|connect/);
			expect((await letters()).map((letter) => letter.state)).toEqual(['waiting', 'waiting']);
			const again = await startMailSink({}, sink.port);
			expect(await pass(60 * 24 * 21)).toMatchObject({ sent: 2, outage: null });
			expect(again.received).toHaveLength(2);
			await again.stop();
		})
	));

test('a mailbox that asks to come later is asked again, ever later, and the others are sent meanwhile', () =>
	withDatabase((db) => {
		const greylisted = { code: 451, text: 'greylisted, try again later' };
		const behaviour = { message: (raw: string) => (raw.includes('A12') ? greylisted : undefined) };
		return withMailBench(db, behaviour, async ({ queue, pass, sink, letters }) => {
			await queue();
			await queue({ kind: 'ball', subject: 'D4.2 lies with you', path: 'deliverables/D4.2' });
			expect(await pass(2)).toMatchObject({ sent: 1, postponed: 1, failed: 0, outage: null });
			expect(await pass(2.5)).toMatchObject({ sent: 0, postponed: 0 });
			sink.behaviour = {};
			expect(await pass(10)).toMatchObject({ sent: 1 });
			expect((await letters()).map((letter) => letter.state)).toEqual(['sent', 'sent']);
		});
	}));

test('an address that the server refuses for good is given up at once and named', () =>
	withDatabase((db) => {
		const unknown = { code: 550, text: '5.1.1 no such mailbox' };
		return withMailBench(db, { recipient: () => unknown }, async ({ db, queue, pass, letters, sink }) => {
			await queue();
			expect(await pass()).toMatchObject({ sent: 0, failed: 1, outage: null });
			const [letter] = await letters();
			expect(letter).toMatchObject({ state: 'failed', tries: 1 });
			expect(letter?.lastError).toContain('no such mailbox');
			const [notice] = await db.selectFrom('outboxMail').select(['sentAt', 'droppedBecause']).execute();
			expect(notice).toEqual({ sentAt: null, droppedBecause: 'failed' });
			await pass(60 * 24);
			expect(sink.connections).toBe(1);
		});
	}));

test('a mailbox that asks to come later for five days is given up', () =>
	withDatabase((db) => {
		const full = { code: 452, text: 'mailbox full' };
		return withMailBench(db, { recipient: () => full }, async ({ queue, pass, letters }) => {
			await queue();
			expect(await pass()).toMatchObject({ postponed: 1 });
			expect(await pass(60 * 24 * 4)).toMatchObject({ postponed: 1, failed: 0 });
			expect(await pass(60 * 24 * 6)).toMatchObject({ postponed: 0, failed: 1 });
			expect(await letters()).toMatchObject([{ state: 'failed' }]);
		});
	}));

test('who left the project or has no account any more gets nothing', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, queue, pass, reader, sink }) => {
			await queue();
			await db.updateTable('membership').set({ toOn: '2026-06-15' }).execute();
			await pass(2);
			await db.updateTable('membership').set({ toOn: null }).execute();
			await queue({ kind: 'ball' });
			await db
				.updateTable('person')
				.set({ disabledAt: '2026-06-15T10:00:00.000Z' })
				.where('id', '=', reader.personId)
				.execute();
			await pass(4);
			expect(sink.received).toEqual([]);
			const notices = await db.selectFrom('outboxMail').select('droppedBecause').orderBy('id').execute();
			expect(notices).toEqual([{ droppedBecause: 'left' }, { droppedBecause: 'disabled' }]);
		})
	));

test('nothing that somebody typed becomes a header or another recipient', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, queue, pass, reader, sink }) => {
			await db
				.updateTable('person')
				.set({ name: 'Eve\r\nBcc: victim@example.org (x <a@b>)' })
				.where('id', '=', reader.personId)
				.execute();
			await queue({
				subject: 'D4.2\r\nBcc: victim@example.org\r\n\r\nbody',
				about: { type: 'item', id: 'x', label: 'D4.2\nX-Evil: 1' },
				body: 'Text\r\n.\r\nMAIL FROM:<evil@example.org>',
				path: 'https://evil.example.org/x'
			});
			await queue({ kind: 'ball', path: '../../account', subject: '\u2028X-Evil: 1' });
			await pass();
			expect(sink.received).toHaveLength(2);
			for (const mail of sink.received) {
				const head = mail.text.slice(0, mail.text.indexOf('\r\n\r\n'));
				expect(head).not.toMatch(/^(bcc|x-evil)/im);
				expect(mail.to).toMatch(/^person-\d+@example\.org$/);
				expect(mail.text).not.toMatch(/https:\/\/evil|example\.org\/account$/m);
			}
		})
	));

test('an address that is more than one plain address is not written to', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, queue, pass, reader, sink, letters }) => {
			const email = 'a@example.org, b@example.org';
			await db.updateTable('person').set({ email }).where('id', '=', reader.personId).execute();
			await queue();
			await pass();
			expect(sink.received).toEqual([]);
			expect(await letters()).toMatchObject([{ state: 'dropped', lastError: 'address' }]);
		})
	));

test('the secret of an invitation is erased once it is out of the house', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, queue, pass, sink }) => {
			await queue({ kind: 'invitation', body: 'https://desk.example.org/link/secret' });
			await pass(0);
			expect(sink.received[0]?.text).toContain('https://desk.example.org/link/secret');
			expect(sink.received[0]?.text).not.toContain('List-Unsubscribe');
			expect(await db.selectFrom('outboxMail').select('body').execute()).toEqual([{ body: '' }]);
		})
	));
