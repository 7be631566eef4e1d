import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { addRecordEvidence, removeRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { withdrawEvidence } from '#lib/server/commands/withdraw-evidence.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { readEvidenceList } from '#lib/schemas/evidence.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOutreach } from '#tests/support/builders/an-outreach.ts';
import { anEvidenceUse, someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const partner = await anActor(db, { projectId, role: 'partner' });
	const other = await anActor(db, { projectId, role: 'partner' });
	const observer = await anActor(db, { projectId, role: 'observer' });
	const { organisationId } = partner;
	const first = await anOutreach(db, { projectId, organisationId });
	const second = await anOutreach(db, { projectId, organisationId });
	const at = (record: { id: string }) => ({ type: 'outreach', id: record.id }) as const;
	return { projectId, coordinator, partner, other, observer, first, second, at };
}

test('one file proves several records, and its page tells all of them and what would fall with it', () =>
	withDatabase(async (db) => {
		const { partner, first, second, at } = await aStage(db);
		const { id: list } = await someEvidence(db, partner, { level: 'PU' });
		const { id: photo } = await someEvidence(db, partner, { level: 'PU' });
		await addRecordEvidence(db, partner, at(first), async () => [list, photo], NOW);
		await addRecordEvidence(db, partner, at(second), evidenceOfProject(partner, list), NOW);
		const page = await findEvidencePage(db, partner, list);
		expect(page?.records.map(({ label, fall }) => [label, fall])).toEqual([
			[first.code, 'weaker'],
			[second.code, 'bare']
		]);
		const { rows } = await listEvidence(db, partner, readEvidenceList(new URL('http://localhost/')));
		expect(rows.find(({ id }) => id === list)?.records.map(({ label }) => label)).toEqual([
			first.code,
			second.code
		]);
		await withdrawEvidence(db, partner, { evidenceId: list, reason: 'Wrong day' }, NOW);
		const events = await db
			.selectFrom('auditEvent')
			.select('recordLabel')
			.where('act', '=', 'evidence:withdraw')
			.where('recordType', '=', 'outreach')
			.orderBy('sequence')
			.execute();
		expect(events.map(({ recordLabel }) => recordLabel)).toEqual([first.code, second.code]);
	}));

test('only who may change the record lets evidence stand for it, and each piece once', () =>
	withDatabase(async (db) => {
		const { partner, other, observer, first, at } = await aStage(db);
		const { id: list } = await someEvidence(db, partner, { level: 'PU' });
		const add = (actor: typeof partner) => () =>
			addRecordEvidence(db, actor, at(first), async () => [list], NOW);
		expect(await refused(db, add(other))).toEqual(['out-of-scope']);
		expect(await refused(db, add(observer))).toEqual(['role-needed']);
		await add(partner)();
		expect(await refused(db, add(partner))).toEqual(['evidence-already-linked']);
	}));

test('sensitive evidence of a public event stays with those who take part in it and the coordinator', () =>
	withDatabase(async (db) => {
		const { coordinator, partner, other, observer, first, at } = await aStage(db);
		const { id: secret } = await someEvidence(db, partner, { level: 'SEN' });
		const { id: open } = await someEvidence(db, partner, { level: 'PU' });
		await addRecordEvidence(db, partner, at(first), async () => [secret, open], NOW);
		const readable = async (actor: typeof partner) => [
			Boolean(await findEvidenceFile(db, actor, secret)),
			Boolean(await findEvidenceFile(db, actor, open))
		];
		expect(await readable(coordinator)).toEqual([true, true]);
		expect(await readable(partner)).toEqual([true, true]);
		expect(await readable(other)).toEqual([false, true]);
		expect(await readable(observer)).toEqual([false, true]);
	}));

test('evidence of a planned event is not shown to outsiders', () =>
	withDatabase(async (db) => {
		const { projectId, partner, observer, at } = await aStage(db);
		const { organisationId } = partner;
		const planned = await anOutreach(db, { projectId, organisationId, state: 'planned' });
		const { id: open } = await someEvidence(db, partner, { level: 'PU' });
		await addRecordEvidence(db, partner, at(planned), async () => [open], NOW);
		expect(await findEvidenceFile(db, observer, open)).toBeUndefined();
		expect(await findEvidencePage(db, observer, open)).toBeUndefined();
	}));

test('evidence is taken from a record without being lost; what is of another project is not there', () =>
	withDatabase(async (db) => {
		const { partner, first, second, at } = await aStage(db);
		const foreign = await aStage(db);
		const { id: list } = await someEvidence(db, partner, { level: 'PU' });
		await addRecordEvidence(db, partner, at(first), async () => [list], NOW);
		const { id: useId } = await db.selectFrom('recordEvidence').select('id').executeTakeFirstOrThrow();
		const before = await fingerprint(db);
		await expect(removeRecordEvidence(db, foreign.coordinator, { ...at(first), useId }, NOW)).rejects.toThrow(
			NotFound
		);
		await expect(removeRecordEvidence(db, partner, { ...at(second), useId }, NOW)).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
		await removeRecordEvidence(db, partner, { ...at(first), useId }, NOW);
		await removeRecordEvidence(db, partner, { ...at(first), useId }, NOW);
		expect((await findEvidencePage(db, partner, list))?.records).toEqual([]);
	}));

test('sensitive evidence of others is not passed on, for whoever takes part in the next record reads it too', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner, other, first, at } = await aStage(db);
		const item = await aDeliverable(db, { projectId, leadOrganisationId: other.organisationId });
		const use = async (level: 'PU' | 'SEN') => {
			const { id } = await someEvidence(db, other, { level });
			await anEvidenceUse(db, other, { evidenceId: id, itemId: item.id });
			return id;
		};
		const [secret, open] = [await use('SEN'), await use('PU')];
		expect(await findEvidenceFile(db, partner, secret)).toBeDefined();
		const link = (actor: typeof partner, evidenceId: string) =>
			addRecordEvidence(db, actor, at(first), evidenceOfProject(actor, evidenceId), NOW);
		await expect(link(partner, secret)).rejects.toThrow(NotFound);
		await link(partner, open);
		await link(coordinator, secret);
	}));

test('the same evidence linked twice at the same moment stands for the record once', () =>
	withDatabase(async (db) => {
		const { partner, first, at } = await aStage(db);
		const { id } = await someEvidence(db, partner, { level: 'PU' });
		const link = () => addRecordEvidence(db, partner, at(first), evidenceOfProject(partner, id), NOW);
		const answers = await Promise.allSettled([link(), link()]);
		const refusals = answers.filter((one) => one.status === 'rejected' && one.reason instanceof Refusal);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(refusals).toHaveLength(1);
	}));
