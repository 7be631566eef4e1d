import { expect, test } from 'vitest';
import { appendAudit } from '#lib/server/audit.ts';
import { tellOccasions } from '#lib/server/mail/tell-occasions.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { withDatabase } from '#tests/support/database.ts';
import { ORIGIN, withMailBench } from '#tests/support/mail-bench.ts';

const NEXT_MORNING = 60 * 24;

test('what can wait comes on the next morning, once, grouped by record, each with its reason', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ queue, pass, sink }) => {
			const about = { type: 'deliverable', id: 'd42', label: 'D4.2 Report on gaps' };
			await queue({ kind: 'date-moved', subject: 'D4.2: its agreed date is 2026-07-30 now', about });
			await queue({ kind: 'due-soon', subject: 'A12 is due on 20 Jun 2026' });
			await queue({ kind: 'due-soon', subject: 'D4.2 is due on 20 Jun 2026', about });
			expect(await pass(60)).toMatchObject({ sent: 0 });
			await Promise.all([pass(NEXT_MORNING), pass(NEXT_MORNING)]);
			await pass(NEXT_MORNING * 2);
			expect(sink.received).toHaveLength(1);
			const text = (sink.received[0]?.text ?? '').replaceAll('=\r\n', '');
			expect(text).toMatch(/Subject: \[LESLIE\] Your digest: .*and\s+2 more/);
			const [d42, a12] = [text.indexOf('D4.2 Report on gaps'), text.indexOf('A12 Send the list')];
			expect(text.indexOf('D4.2 is due')).toBeGreaterThan(d42);
			expect(text.indexOf('D4.2 is due')).toBeLessThan(a12);
			expect(text).toContain('(because it is yours to do)');
			expect(text).toMatch(/List-Unsubscribe:\s+<\S+\.digest\./);
		})
	));

test('once a week the head of the audit trail goes to the coordinator and the QA lead, and to nobody else', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, reader, pass, sink }) => {
			const { projectId } = reader;
			await anActor(db, { projectId, role: 'coordinator' });
			await anActor(db, { projectId, role: 'qa-lead' });
			const actor = { personId: reader.personId, name: reader.name, organisationId: null };
			const record = { type: 'person', id: null, label: 'x' };
			await appendAudit(db, { chain: projectId, actor, act: 'person:edit', record }, NOW);
			const head = await db.selectFrom('auditHead').selectAll().executeTakeFirstOrThrow();
			for (const days of [0, 1, 2, 3]) await pass(NEXT_MORNING * days);
			expect(sink.received).toHaveLength(2);
			for (const mail of sink.received) expect(mail.text.replaceAll('=\r\n', '')).toContain(`1/${head.hash}`);
			for (const days of [7, 8]) await pass(NEXT_MORNING * days);
			expect(sink.received).toHaveLength(4);
		})
	));

test('a date that breaks is told once to who leads it, however often it is looked at, and again when it moved', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, reader, pass, sink }) => {
			const { projectId, organisationId: leadOrganisationId } = reader;
			const item = await aDeliverable(db, { projectId, leadOrganisationId, agreedOn: '2026-06-14' });
			await pass(0);
			await tellOccasions(db, NOW);
			await pass(5);
			await pass(NEXT_MORNING);
			expect(sink.received.map((mail) => /Subject: (.*)/.exec(mail.text)?.[1])).toEqual([
				expect.stringContaining('was due on 14 Jun 2026')
			]);
			await db.updateTable('item').set({ agreedOn: '2026-06-16' }).where('id', '=', item.id).execute();
			await pass(NEXT_MORNING * 2);
			await pass(NEXT_MORNING * 2 + 5);
			expect(sink.received.filter((mail) => mail.text.includes('was due on'))).toHaveLength(2);
		})
	));

test('an invitation to a meeting brings it as a calendar file, as it stands when the mail goes out', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, reader, queue, pass, sink }) => {
			const { projectId, personId, organisationId } = reader;
			const days = [{ day: '2026-07-01', startsAt: 540, endsAt: 1020 }];
			const meeting = await aMeeting(db, { projectId, state: 'invited', days });
			await anInvitee(db, { projectId, meetingId: meeting.id, personId, organisationId });
			const about = { type: 'meeting', id: meeting.id, label: meeting.title };
			await queue({ kind: 'meeting-invited', about, path: `meetings/${meeting.slug}` });
			await pass();
			const [, part = ''] =
				/text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(sink.received[0]?.text ?? '') ?? [];
			const file = part.startsWith('BEGIN') ? part : Buffer.from(part, 'base64').toString();
			expect(file.replaceAll('\r\n ', '')).toContain(`URL:${ORIGIN}/leslie/meetings/${meeting.slug}`);
			expect(file).toContain('DTSTART');
		})
	));
