import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { raiseObjection } from '#lib/server/commands/raise-objection.ts';
import { tellOccasions } from '#lib/server/mail/tell-occasions.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { AFTER, circulatedMinutes } from '#tests/support/builders/a-minutes-project.ts';
import { aProfile } from '#tests/support/builders/a-profile.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { anActionProject } from '#tests/support/builders/an-action-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';

const JULY = new Date('2026-07-02T09:00:00.000Z');

/** What the days tell, twice in a row, of these kinds. */
async function toldOn(db: Db, now: Date, kinds: readonly string[] = ['due-broken', 'ball']) {
	await tellOccasions(db, now);
	await tellOccasions(db, now);
	const mails = await db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select(['person.name', 'kind', 'path'])
		.where('occasion', 'is not', null)
		.where('outboxMail.createdAt', '=', now.toISOString())
		.orderBy('person.name')
		.execute();
	return mails.filter(({ kind }) => kinds.includes(kind));
}

test('a measure against a risk that misses its day is told once to who took it', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, owner } = await anActionProject(db);
		const risk = await aRisk(db, { projectId });
		const measure = { riskId: risk.id, text: 'Ask twice', ownerId: owner.personId, dueOn: '2026-06-30' };
		await planMeasure(db, coordinator, measure, NOW);
		expect(await toldOn(db, JULY)).toEqual([
			{ name: 'Oraz', kind: 'due-broken', path: `risks/${risk.number}` }
		]);
	}));

test('fields of an entry that miss their day are told once to who was asked, whatever their number', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db, 'idea');
		const { projectId, id: itemId, code } = made.entry;
		const { versionId } = await aProfile(db, { projectId, elements: ['title', 'level'] });
		for (const element of ['title', 'level'] as const)
			await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element });
		const duty = { itemId, element: '' as const, personId: made.rector.personId, note: '' };
		await assignDuty(db, made.author, { ...duty, dueOn: '2026-06-30' }, NOW);
		expect(await toldOn(db, JULY)).toEqual([
			{ name: 'Rustam', kind: 'due-broken', path: `catalogue/${code}/edit` }
		]);
	}));

test('minutes that nobody objects to come to the coordinator when the days for it are over', () =>
	withDatabase(async (db) => {
		const { slug } = await circulatedMinutes(db);
		expect(await toldOn(db, NOW, ['ball'])).toEqual([]);
		expect(await toldOn(db, AFTER, ['ball'])).toEqual([
			{ name: 'Carmen', kind: 'ball', path: `meetings/${slug}/minutes` }
		]);
	}));

test('minutes with an objection that stands wait for their officers, not for the coordinator', () =>
	withDatabase(async (db) => {
		const { slug, coordinator } = await circulatedMinutes(db);
		await raiseObjection(db, coordinator, { slug, agendaItemId: null, text: 'We said no' }, NOW);
		expect(await toldOn(db, AFTER, ['ball'])).toEqual([]);
	}));
