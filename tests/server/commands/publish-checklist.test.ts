import { expect, test } from 'vitest';
import type { ChecklistQuestion } from '#lib/domain/checklists.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import { publishChecklist } from '#lib/server/commands/publish-checklist.ts';
import { findChecklist } from '#lib/server/queries/find-checklist.ts';
import { listInstitutionQuestions } from '#lib/server/queries/list-institutions.ts';
import { listChecklists } from '#lib/server/queries/list-checklists.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

const ask = (text: string): ChecklistQuestion => ({ text, help: '', mandatory: true });

async function aQaLead(db: Parameters<typeof aProject>[0]) {
	const { id: projectId } = await aProject(db);
	const actor = await anActor(db, { projectId, role: 'qa-lead', name: 'Quinn' });
	const publish = (basedOn: number, items: readonly ChecklistQuestion[]) =>
		publishChecklist(
			db,
			actor,
			{ code: 'QA-D', title: 'Review', note: 'Because', appliesTo: 'deliverable', basedOn, items },
			new Date(NOW.getTime() + basedOn)
		);
	return { projectId, actor, publish };
}

test('a checklist gets its first version and further ones, each with the hash of its questions', () =>
	withDatabase(async (db) => {
		const { projectId, publish } = await aQaLead(db);
		await publish(0, [ask('Complete?')]);
		const first = await findChecklist(db, projectId);
		await publish(1, [ask('Correct?'), ask('Complete?')]);
		const [checklist] = await listChecklists(db, projectId);
		expect(checklist).toMatchObject({
			code: 'QA-D',
			title: 'Review',
			latest: { number: 2, publishedBy: 'Quinn' },
			versions: [
				{ number: 2, items: [{ text: 'Correct?' }, { text: 'Complete?' }] },
				{ number: 1, sha256: first?.sha256, items: [{ text: 'Complete?' }] }
			]
		});
		expect((await findChecklist(db, projectId))?.sha256).not.toBe(first?.sha256);
	}));

test('a version published meanwhile is not overwritten', () =>
	withDatabase(async (db) => {
		const { projectId, publish } = await aQaLead(db);
		await publish(0, [ask('Complete?')]);
		await expect(publish(0, [ask('Correct?')])).rejects.toBeInstanceOf(Conflict);
		expect((await findChecklist(db, projectId))?.number).toBe(1);
	}));

test('an empty list, a question twice and the same list again are refused', () =>
	withDatabase(async (db) => {
		const { projectId, publish } = await aQaLead(db);
		expect(await codesOf(publish(0, []))).toEqual(['checklist-empty']);
		expect(await codesOf(publish(0, [ask('Complete?'), ask('Complete?')]))).toEqual(['question-twice']);
		expect(await listChecklists(db, projectId)).toEqual([]);
		await publish(0, [ask('Complete?')]);
		expect(await codesOf(publish(1, [ask('Complete?')]))).toEqual(['checklist-unchanged']);
	}));

test('a checklist of any kind can be begun anew, and the one published last is asked, with its sections', () =>
	withDatabase(async (db) => {
		const { projectId, actor, publish } = await aQaLead(db);
		await publish(0, [ask('Complete?')]);
		const begin = (code: string, basedOn: number, minute: number, text: string) =>
			publishChecklist(
				db,
				actor,
				{
					code,
					title: 'Readiness',
					note: 'Because',
					appliesTo: 'institution',
					basedOn,
					items: [{ ...ask(text), section: 'Policies' }, ask('Staff?')]
				},
				new Date(NOW.getTime() + minute * 60_000)
			);
		await begin('QA-I', 0, 1, 'A policy?');
		await begin('QA-I2', 0, 2, 'A rule?');
		expect(await listInstitutionQuestions(db, projectId)).toMatchObject({
			code: 'QA-I2',
			questions: [
				{ section: 'Policies', text: 'A rule?' },
				{ section: '', text: 'Staff?' }
			]
		});
		await begin('QA-I', 1, 3, 'A policy, signed?');
		expect(await listInstitutionQuestions(db, projectId)).toMatchObject({ code: 'QA-I', number: 2 });
		expect((await findChecklist(db, projectId))?.code).toBe('QA-D');
	}));

test('a checklist keeps the kind it was begun for', () =>
	withDatabase(async (db) => {
		const { projectId, actor, publish } = await aQaLead(db);
		await publish(0, [ask('Complete?')]);
		const input = { code: 'QA-D', title: '', note: 'Because', basedOn: 1, items: [ask('Other?')] };
		const later = new Date(NOW.getTime() + 60_000);
		await publishChecklist(db, actor, { ...input, appliesTo: 'institution' }, later);
		expect(await listInstitutionQuestions(db, projectId)).toBeUndefined();
		expect((await findChecklist(db, projectId))?.number).toBe(2);
	}));
