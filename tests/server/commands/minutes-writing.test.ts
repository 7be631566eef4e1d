import { expect, test } from 'vitest';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { circulateMinutes } from '#lib/server/commands/circulate-minutes.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { promoteNote } from '#lib/server/commands/promote-note.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { recordInformation, removeInformation } from '#lib/server/commands/record-information.ts';
import { writeMinutes } from '#lib/server/commands/write-minutes.ts';
import { listMinutesOutcomes } from '#lib/server/queries/list-minutes-outcomes.ts';
import {
	aMinutesProject,
	circulatedMinutes,
	writtenMinutes
} from '#tests/support/builders/a-minutes-project.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { A_NEW_ACTION, A_NEW_DECISION } from '#tests/support/builders/an-action-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

test('two writers on one point: the second is shown both texts, and no word is lost', () =>
	withDatabase(async (db) => {
		const { slug, first, coordinator, secretary } = await aMinutesProject(db);
		const write = (actor: typeof coordinator, version: number, text: string) =>
			writeMinutes(db, actor, { slug, agendaItemId: first.id, version, text }, NOW);
		expect(await write(coordinator, 0, 'The budget was agreed.')).toBe(1);
		const late = await write(secretary, 0, 'The budget was refused.').catch((problem: unknown) => problem);
		expect(late).toBeInstanceOf(Conflict);
		expect(late).toMatchObject({
			theirs: { version: '1', text: 'The budget was agreed.', writer: 'Carmen' }
		});
		expect(await write(secretary, 1, 'The budget was agreed, with a note.')).toBe(2);
		expect(await write(coordinator, 1, 'The budget was agreed, with a note.')).toBe(2);
		const texts = await db.selectFrom('minutesText').selectAll().orderBy('version').execute();
		expect(texts.map(({ text, untilAt }) => [text, untilAt === null])).toEqual([
			['The budget was agreed.', false],
			['The budget was agreed, with a note.', true]
		]);
	}));

test('writers on different points do not meet', () =>
	withDatabase(async (db) => {
		const { slug, first, second, coordinator, chair } = await aMinutesProject(db);
		await Promise.all([
			writeMinutes(db, coordinator, { slug, agendaItemId: first.id, version: 0, text: 'One' }, NOW),
			writeMinutes(db, chair, { slug, agendaItemId: second.id, version: 0, text: 'Two' }, NOW)
		]);
		const texts = await db.selectFrom('minutesText').select('text').orderBy('text').execute();
		expect(texts.map(({ text }) => text)).toEqual(['One', 'Two']);
	}));

test('a partner who neither chairs nor takes the minutes does not write them', () =>
	withDatabase(async (db) => {
		const { slug, first, outsider } = await aMinutesProject(db);
		const input = { slug, agendaItemId: first.id, version: 0, text: 'Mine' };
		expect(await refused(db, () => writeMinutes(db, outsider, input, NOW))).toEqual(['out-of-scope']);
	}));

test('a point of another meeting, or of another project, is not found', () =>
	withDatabase(async (db) => {
		const { slug, coordinator } = await aMinutesProject(db);
		const foreign = await aMinutesProject(db);
		const input = { slug, agendaItemId: foreign.first.id, version: 0, text: 'Here' };
		await expect(writeMinutes(db, coordinator, input, NOW)).rejects.toBeInstanceOf(NotFound);
		await expect(recordInformation(db, coordinator, input, NOW)).rejects.toBeInstanceOf(NotFound);
		const there = { ...input, slug: foreign.slug };
		await expect(writeMinutes(db, coordinator, there, NOW)).rejects.toBeInstanceOf(NotFound);
		expect(await db.selectFrom('minutesText').selectAll().execute()).toEqual([]);
	}));

test('what circulates is not written, added to or taken from', () =>
	withDatabase(async (db) => {
		const { slug, first, coordinator } = await writtenMinutes(db);
		const place = { slug, agendaItemId: first.id };
		const outcomeId = await recordInformation(db, coordinator, { ...place, text: 'The office moves.' }, NOW);
		await circulateMinutes(db, coordinator, { slug }, NOW);
		const acts = [
			() => writeMinutes(db, coordinator, { ...place, version: 1, text: 'Otherwise' }, NOW),
			() => recordInformation(db, coordinator, { ...place, text: 'More' }, NOW),
			() => removeInformation(db, coordinator, { slug, outcomeId }, NOW)
		];
		for (const act of acts) expect(await refused(db, act)).toEqual(['minutes-text-fixed']);
	}));

test('decisions and actions stand under the point they came from, and go round with it', () =>
	withDatabase(async (db) => {
		const { slug, meeting, first, coordinator, secretary } = await writtenMinutes(db);
		const place = { meetingId: meeting.id, agendaItemId: first.id };
		await recordDecision(db, coordinator, { ...A_NEW_DECISION, ...place }, NOW);
		const action = { ...A_NEW_ACTION, ...place, ownerId: secretary.personId };
		await createAction(db, secretary, action, NOW);
		await circulateMinutes(db, secretary, { slug }, NOW);
		const { content } = await db.selectFrom('minutesCirculation').select('content').executeTakeFirstOrThrow();
		expect(content).toContain('DEC-001');
		expect(content).toContain('A-001');
		expect(content).toContain('"owner":"Bek"');
		expect(content.match(/DEC-001|A-001/g)).toHaveLength(2);
	}));

test('a note becomes an action at any time, and the frozen minutes stay as they are', () =>
	withDatabase(async (db) => {
		const { slug, meeting, first, coordinator, secretary } = await writtenMinutes(db);
		const note = { slug, agendaItemId: first.id, text: 'The logo is outdated.' };
		const outcomeId = await recordInformation(db, coordinator, note, NOW);
		await circulateMinutes(db, coordinator, { slug }, NOW);
		const before = await db.selectFrom('minutesCirculation').selectAll().execute();
		const what = { title: 'Renew the logo', ownerId: secretary.personId, dueOn: '2026-07-01' };
		const { code } = await promoteNote(db, secretary, { slug, outcomeId, ...what }, NOW);
		const action = await db.selectFrom('action').selectAll().executeTakeFirstOrThrow();
		expect(action).toMatchObject({ meetingId: meeting.id, agendaItemId: first.id, originKind: 'agenda' });
		const outcomes = await listMinutesOutcomes(db, meeting.id);
		expect(outcomes.map((one) => [one.kind, one.actionCode])).toEqual([
			['information', code],
			['action', code]
		]);
		expect(await db.selectFrom('minutesCirculation').selectAll().execute()).toEqual(before);
		const { chair: stranger } = await circulatedMinutes(db);
		await expect(promoteNote(db, stranger, { slug, outcomeId, ...what }, NOW)).rejects.toBeInstanceOf(
			NotFound
		);
	}));
