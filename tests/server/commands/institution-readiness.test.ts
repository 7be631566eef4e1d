import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { countAnswers } from '#lib/domain/catalogue/institutions.ts';
import { canonicalChecklist } from '#lib/domain/checklists.ts';
import { answerInstitution } from '#lib/server/commands/answer-institution.ts';
import { judgeInstitutionAnswer } from '#lib/server/commands/judge-institution-answer.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { findInstitutionMatrix } from '#lib/server/queries/list-institutions.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const QUESTION = { section: 'Policies', text: 'There is a policy', help: '', mandatory: true };

async function askQuestion(db: Db, projectId: string, number = 1, checklistId = newId()) {
	if (number === 1)
		await db
			.insertInto('checklist')
			.values({ id: checklistId, projectId, code: 'INST', title: 'Readiness', appliesTo: 'institution' })
			.execute();
	const id = newId();
	await db
		.insertInto('checklistVersion')
		.values({
			id,
			projectId,
			checklistId,
			number,
			sha256: sha256(canonicalChecklist([QUESTION])),
			note: '',
			publishedBy: null,
			publishedAt: new Date(NOW.getTime() + number).toISOString(),
			origin: 'entered'
		})
		.execute();
	const item = { ...QUESTION, id: newId(), checklistVersionId: id, position: 1, mandatory: 1 };
	await db.insertInto('checklistItem').values(item).execute();
	return { checklistId, checklistItemId: item.id };
}

async function world(db: Db) {
	const { id: projectId } = await aProject(db);
	const koksu = await anOrganisation(db, { projectId, code: 'koksu', country: 'KZ' });
	const kaznu = await anOrganisation(db, { projectId, code: 'kaznu', country: 'KZ' });
	const partner = await anActor(db, { projectId, organisationId: koksu.id });
	const role = 'national-coordinator' as const;
	const scope = { type: 'country' as const, id: 'KZ' };
	const national = await anActor(db, { projectId, organisationId: kaznu.id, role, scope });
	const asked = await askQuestion(db, projectId);
	const base = { organisationCode: 'koksu', checklistItemId: asked.checklistItemId, evidenceId: '', url: '' };
	return { projectId, koksu, partner, national, ...asked, base };
}

const rowOf = async (db: Db, projectId: string, code: string) =>
	(await findInstitutionMatrix(db, projectId, null)).rows.find((row) => row.code === code);

test('a yes counts once it has evidence, and stays weak when it is returned', async () => {
	await withDatabase(async (db) => {
		const { projectId, partner, national, base } = await world(db);
		await answerInstitution(db, partner, { ...base, version: 0, answer: 'yes', note: '' }, [], NOW);
		expect((await rowOf(db, projectId, 'koksu'))?.cells).toMatchObject([{ standing: 'weak' }]);

		const proven = {
			...base,
			version: 1,
			answer: 'yes' as const,
			note: '',
			url: 'https://example.org/policy'
		};
		await answerInstitution(db, partner, proven, [], NOW);
		const row = await rowOf(db, projectId, 'koksu');
		expect(row?.cells).toMatchObject([{ standing: 'complete', verdict: null }]);
		expect(row?.count).toEqual({ complete: 1, of: 1, unanswered: 0, waiting: 1 });

		const verdict = { ...base, version: 2, verdict: 'returned' as const, note: 'A draft only' };
		await judgeInstitutionAnswer(db, national, verdict, NOW);
		expect((await rowOf(db, projectId, 'koksu'))?.cells).toMatchObject([{ standing: 'weak' }]);
	});
});

test('anything but a yes says why, and a refused answer changes nothing', async () => {
	await withDatabase(async (db) => {
		const { partner, base } = await world(db);
		const silent = { ...base, version: 0, answer: 'no' as const, note: '' };
		await expect(answerInstitution(db, partner, silent, [], NOW)).rejects.toMatchObject({
			reasons: [{ code: 'answer-without-reason' }]
		});
		expect(await db.selectFrom('institutionAnswer').select('id').execute()).toEqual([]);
	});
});

test('an institution answers for itself only, and nobody judges their own organisation', async () => {
	await withDatabase(async (db) => {
		const { partner, national, base } = await world(db);
		const yes = { ...base, version: 0, answer: 'yes' as const, note: '' };
		await expect(answerInstitution(db, national, yes, [], NOW)).rejects.toMatchObject({
			reasons: [{ code: 'out-of-scope' }]
		});
		await expect(
			answerInstitution(db, partner, { ...yes, organisationCode: 'kaznu' }, [], NOW)
		).rejects.toMatchObject({ reasons: [{ code: 'out-of-scope' }] });

		await answerInstitution(db, national, { ...yes, organisationCode: 'kaznu' }, [], NOW);
		const own = { ...base, organisationCode: 'kaznu', version: 1, verdict: 'accepted' as const, note: '' };
		await expect(judgeInstitutionAnswer(db, national, own, NOW)).rejects.toMatchObject({
			reasons: [{ code: 'answer-own-organisation' }]
		});
	});
});

test('a verdict is on exactly the answer that was read, and given once', async () => {
	await withDatabase(async (db) => {
		const { partner, national, base } = await world(db);
		const partly = { ...base, version: 0, answer: 'partly' as const, note: 'A draft' };
		await answerInstitution(db, partner, partly, [], NOW);
		await answerInstitution(db, partner, { ...partly, version: 1, answer: 'yes' }, [], NOW);
		const accept = { ...base, version: 1, verdict: 'accepted' as const, note: '' };
		await expect(judgeInstitutionAnswer(db, national, accept, NOW)).rejects.toThrow('changed meanwhile');
		await judgeInstitutionAnswer(db, national, { ...accept, version: 2 }, NOW);
		await expect(judgeInstitutionAnswer(db, national, { ...accept, version: 2 }, NOW)).rejects.toMatchObject({
			reasons: [{ code: 'answer-judged' }]
		});
	});
});

test('two answers to what was seen at the same time: the second learns of the first', async () => {
	await withDatabase(async (db) => {
		const { partner, base } = await world(db);
		const yes = { ...base, version: 0, answer: 'yes' as const, note: 'Ours' };
		await answerInstitution(db, partner, yes, [], NOW);
		await expect(answerInstitution(db, partner, { ...yes, note: 'Mine' }, [], NOW)).rejects.toMatchObject({
			theirs: { answer: 'yes', note: 'Ours' }
		});
	});
});

test('a new version of the questions keeps the answers to those in the same words', async () => {
	await withDatabase(async (db) => {
		const { projectId, partner, base, checklistId } = await world(db);
		await answerInstitution(db, partner, { ...base, version: 0, answer: 'partly', note: 'A draft' }, [], NOW);
		await askQuestion(db, projectId, 2, checklistId);
		const matrix = await findInstitutionMatrix(db, projectId, null);
		expect(matrix.list?.number).toBe(2);
		expect(matrix.rows.find((row) => row.code === 'koksu')?.cells).toMatchObject([
			{ standing: 'weak', answered: true }
		]);
	});
});

test('what does not apply is left out of the sum, silence is not', () => {
	const given = { note: 'x', evidenceId: 'e', verdict: null };
	const answers = [
		{ ...given, answer: 'yes' as const },
		{ ...given, answer: 'not-applicable' as const },
		{ ...given, answer: 'no' as const },
		undefined
	];
	expect(countAnswers(answers)).toEqual({ complete: 1, of: 3, unanswered: 1, waiting: 3 });
});
