import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD,
	storedCheckIn
} from '#tests/support/builders/a-check-in-project.ts';
import { aDeputy } from '#tests/support/builders/a-deputy.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { withMailBench } from '#tests/support/mail-bench.ts';

const NEXT_MORNING = 60 * 24;

const end = (db: Db, { personId }: Actor, toOn: string) =>
	db.updateTable('roleGrant').set({ toOn }).where('personId', '=', personId).execute();
const readersOf = async (db: Db, kind: 'check-in-submitted' | 'check-in-returned') => {
	const rows = await db.selectFrom('outboxMail').select('toPersonId').where('kind', '=', kind).execute();
	return rows.map((one) => one.toPersonId).sort();
};

test('who no longer speaks for a country, or not yet, is not told what its partners report', () =>
	withDatabase(async (db) => {
		const { projectId, fpi, partner, national } = await aCheckInProject(db);
		const scope = { type: 'country', id: 'UZ' } as const;
		const role = { projectId, role: 'national-coordinator', scope, organisationId: fpi.id } as const;
		const former = await anActor(db, role);
		const coming = await anActor(db, role);
		await end(db, former, '2026-05-31');
		await db
			.updateTable('roleGrant')
			.set({ fromOn: '2026-07-01' })
			.where('personId', '=', coming.personId)
			.execute();
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		expect(await readersOf(db, 'check-in-submitted')).toEqual([national.personId]);
	}));

test('why a check-in comes back is told to who writes it today', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, partner, national } = await aCheckInProject(db);
		const former = await anActor(db, { projectId, organisationId: bsu.id });
		await end(db, former, '2026-05-31');
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		const { id, version } = await storedCheckIn(db, partner);
		await returnCheckIn(db, national, PERIOD, { checkIn: { id, version }, reason: 'Which list?' }, IN_TIME);
		expect(await readersOf(db, 'check-in-returned')).toEqual([partner.personId]);
	}));

test('a deputy without a role of their own reads the copy while they stand in, and no longer', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, reader, queue, pass, sink }) => {
			const { projectId, organisationId, personId } = reader;
			const deputy = await anActor(db, { projectId, organisationId, name: 'Dana' });
			await db.deleteFrom('roleGrant').where('personId', '=', deputy.personId).execute();
			const standIn = { personId, deputyId: deputy.personId, fromOn: '2026-06-01', toOn: '2026-06-30' };
			await aDeputy(db, { projectId, organisationId, ...standIn });
			const { id } = await aDeliverable(db, { projectId, code: 'D4.2' });
			const about = { type: 'deliverable', id, label: 'D4.2 Plan' };
			const mail = { kind: 'ball', because: 'lead', about } as const;
			await queue({ ...mail, subject: 'D4.2: please revise' });
			await pass();
			const copies = () =>
				sink.received.map(({ text }) => text).filter((text) => text.includes('You stand in'));
			expect(copies()).toHaveLength(1);

			await queue({ ...mail, subject: 'D4.2: please start' });
			await db.updateTable('deputy').set({ endedAt: NOW.toISOString() }).execute();
			await pass(10);
			expect(copies()).toHaveLength(1);
			expect(sink.received.at(-1)?.text).toContain('please start');
		})
	));

test('a digest tells nothing of what its reader may no longer read on the morning it goes out', () =>
	withDatabase((db) =>
		withMailBench(db, {}, async ({ db, reader, queue, pass, sink, letters }) => {
			const { id } = await aDeliverable(db, { projectId: reader.projectId, code: 'D4.2' });
			const about = { type: 'deliverable', id, label: 'D4.2 Secret plan' };
			const mail = { kind: 'due-soon', subject: 'D4.2 is due', body: 'Secret plan', about } as const;
			await queue(mail);
			const checkIn = { type: 'check-in', id: 'c1', label: 'Check-in BSU' };
			await queue({ kind: 'check-in-submitted', subject: 'BSU has checked in', about: checkIn });
			const risk = { type: 'risk', id: 'r1', label: 'R3' };
			await queue({ kind: 'ball', subject: 'R3 is yours to watch', body: 'A quarrel', about: risk });
			const deputy = { type: 'person', id: reader.personId, label: 'Bahrom' };
			await queue({ kind: 'deputy', subject: 'You stand in for Bahrom', about: deputy });
			await db.updateTable('roleGrant').set({ role: 'observer' }).execute();
			await pass(NEXT_MORNING);
			const told = sink.received.map(({ text }) => text).join('\n');
			expect(told).toContain('You stand in for Bahrom');
			expect(told).not.toMatch(/Secret plan|BSU has checked in|R3|A quarrel/);
			expect((await letters()).map(({ state }) => state).sort()).toEqual(['dropped', 'dropped', 'sent']);

			await db.updateTable('roleGrant').set({ role: 'partner' }).execute();
			await queue({ ...mail, subject: 'D4.2 is due again' });
			await pass(NEXT_MORNING * 2);
			expect(sink.received.at(-1)?.text).toContain('Secret plan');
		})
	));
