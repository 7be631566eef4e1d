import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import { aChecklist } from '#tests/support/builders/a-checklist.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable, type Made } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';

const reviewsOf = async (db: Db, actor: Actor, { project }: Pick<Made, 'project'>) => {
	const asked = { project, today: TODAY, timeZone: project.timeZone, now: NOW };
	const home = await findHome(db, actor, asked);
	return { ...home.reviews, ball: home.waiting.items.map(({ code }) => code) };
};

test('a reviewer sees what waits once, in the queue, with whether they are independent of it', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		const before = await reviewsOf(db, made.first, made);
		expect(before.own?.waiting).toMatchObject([{ code: 'D4.2', round: 1, independence: [] }]);
		expect(before.ball).toEqual([]);
		await db
			.insertInto('contribution')
			.values({
				...{ id: newId(), projectId: made.project.id, itemId: made.item.id, organisationId: made.ucy.id },
				...{ personId: null, kind: 'contributor', note: 'the annex', recordedBy: null },
				recordedAt: NOW.toISOString()
			})
			.execute();
		const after = await reviewsOf(db, made.first, made);
		expect(after.own?.unsigned[0]?.independence.map(({ code }) => code)).toEqual([
			'organisation-contributed'
		]);
	}));

test('a reviewer sees which signatures no longer cover what lies there now, and how many were looked at', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		expect((await reviewsOf(db, made.first, made)).own).toMatchObject({ signatures: 1, stale: [] });
		await steps.upload(made.author, undefined, true);
		expect((await reviewsOf(db, made.first, made)).own?.stale).toMatchObject([
			{ code: 'D4.2', signedVersion: 1, newestVersion: 2 }
		]);
	}));

test('a signature on an entry goes stale with what it covers, whatever the organisation is called by then', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.assign(made.reviewer);
		await made.open();
		await made.sign(made.reviewer);
		const staleOf = async () => (await reviewsOf(db, made.reviewer, made)).own?.stale.length;
		expect(await staleOf()).toBe(0);
		await db.updateTable('organisation').set({ acronym: 'RENAMED' }).execute();
		expect(await staleOf()).toBe(0);
		await db
			.updateTable('entryElement')
			.set({ standing: 'empty', value: 'null' })
			.where('element', '=', 'learning-outcomes')
			.execute();
		expect(await staleOf()).toBe(1);
	}));

test('what reviews find is told to those who answer for quality, and to nobody else', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.requestChanges(made.first);
		const { findings } = await reviewsOf(db, made.qaLead, made);
		expect(findings).toMatchObject({ over: 1, blocking: 1, questions: { answered: 0, unknown: 3 } });
		expect((await reviewsOf(db, made.first, made)).findings).toEqual(findings);
		expect(await reviewsOf(db, made.author, made)).toMatchObject({ own: null, rules: null, findings: null });
	}));

test('a new version of a checklist is told, its first is not, and so are the reviews begun before it', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await aChecklist(db, { projectId: made.project.id, appliesTo: 'entry' });
		expect((await reviewsOf(db, made.first, made)).rules).toEqual([]);
		await db
			.insertInto('checklistVersion')
			.values({ ...made.checklist.version, id: newId(), number: 2, note: 'One question more' })
			.execute();
		expect((await reviewsOf(db, made.first, made)).rules).toMatchObject([
			{ kind: 'checklist', code: made.checklist.code, number: 2, begunBefore: 1 }
		]);
	}));
