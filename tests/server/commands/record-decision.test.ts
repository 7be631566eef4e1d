import { expect, test } from 'vitest';
import { NotFound } from '#lib/domain/reasons.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { A_NEW_DECISION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

test('a decision taken at a point of the agenda keeps its meeting and the day of it', () =>
	withDatabase(async (db) => {
		const { coordinator, meeting, point } = await anActionProject(db);
		const { code } = await recordDecision(
			db,
			coordinator,
			{ ...A_NEW_DECISION, agendaItemId: point.id },
			NOW
		);
		const row = await db.selectFrom('decision').selectAll().executeTakeFirstOrThrow();
		expect(code).toBe('DEC-001');
		expect(row).toMatchObject({ meetingId: meeting.id, agendaItemId: point.id, decidedOn: '2026-06-01' });
	}));

test('two decisions recorded at once get two numbers', () =>
	withDatabase(async (db) => {
		const { coordinator } = await anActionProject(db);
		const made = await Promise.all(
			[1, 2, 3].map(() => recordDecision(db, coordinator, { ...A_NEW_DECISION, how: 'written' }, NOW))
		);
		expect(made.map(({ code }) => code).sort()).toEqual(['DEC-001', 'DEC-002', 'DEC-003']);
	}));

test('a decision is superseded once; the next supersedes its successor', () =>
	withDatabase(async (db) => {
		const { coordinator } = await anActionProject(db);
		const record = (supersedes: string) =>
			recordDecision(db, coordinator, { ...A_NEW_DECISION, supersedes }, NOW);
		await record('');
		await record('dec-001');
		expect(await refused(db, () => record('DEC-001'))).toEqual(['decision-superseded']);
		expect(await refused(db, () => record('DEC-009'))).toEqual(['decision-unknown']);
		expect((await record('DEC-002')).code).toBe('DEC-003');
	}));

test('minutes that were sent round take no further decision, and more votes than members are refused', () =>
	withDatabase(async (db) => {
		const { coordinator, projectId } = await anActionProject(db);
		const meeting = await aMeeting(db, { projectId, minutesState: 'circulated' });
		const vote = { how: 'vote' as const, votesFor: 9, votesAgainst: 0 };
		const attempt = () =>
			recordDecision(db, coordinator, { ...A_NEW_DECISION, ...vote, meetingId: meeting.id }, NOW);
		expect(await refused(db, attempt)).toEqual(['minutes-fixed', 'votes-exceed-members']);
	}));

test('an agenda item of another meeting or another project is not found', () =>
	withDatabase(async (db) => {
		const { coordinator, projectId, meeting } = await anActionProject(db);
		const other = await aMeeting(db, { projectId });
		const theirs = await anAgendaItem(db, { projectId, meetingId: other.id });
		const foreign = (await anActionProject(db)).point;
		const record = (agendaItemId: string, meetingId: string | null) =>
			recordDecision(db, coordinator, { ...A_NEW_DECISION, agendaItemId, meetingId }, NOW);
		await expect(record(theirs.id, meeting.id)).rejects.toThrow(NotFound);
		await expect(record(foreign.id, null)).rejects.toThrow(NotFound);
		expect(await db.selectFrom('decision').select('id').execute()).toEqual([]);
	}));

test('who neither coordinates nor leads the country of the meeting records nothing', () =>
	withDatabase(async (db) => {
		const { owner, projectId } = await anActionProject(db);
		await anOrganisation(db, { projectId });
		expect(await refused(db, () => recordDecision(db, owner, A_NEW_DECISION, NOW))).toEqual(['role-needed']);
	}));
