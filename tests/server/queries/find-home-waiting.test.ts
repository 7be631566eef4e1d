import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { createIndicator } from '#lib/server/commands/save-indicator.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import {
	aMinutesProject,
	circulatedMinutes,
	writtenMinutes
} from '#tests/support/builders/a-minutes-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { AN_INDICATOR } from '#tests/support/builders/an-indicator.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { waitingLineText } from '#lib/text/waiting.ts';

const PROJECT = { startOn: '2023-12-01', durationMonths: 36 };

async function waitsFor(db: Db, actor: Actor, today = TODAY) {
	const project = { ...PROJECT, id: actor.projectId };
	const asked = { project, today, timeZone: 'Europe/Madrid', now: NOW };
	return (await findHome(db, actor, asked)).waiting;
}

async function linesFor(db: Db, actor: Actor, today?: string) {
	const { items, lines, count } = await waitsFor(db, actor, today);
	expect(count).toBe(items.length + lines.reduce((sum, one) => sum + one.count, 0));
	return lines.map((line) => waitingLineText(line, 'leslie').text);
}

test('who only reviews holds nothing that the authors of their organisation have to do', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const author = await anActor(db, { projectId });
		const { organisationId } = author;
		const reviewer = await anActor(db, { projectId, organisationId, role: 'qa-reviewer' });
		await aDeliverable(db, {
			projectId,
			code: 'D4.1',
			state: 'in-preparation',
			leadOrganisationId: organisationId
		});
		const codes = async (actor: Actor) => (await waitsFor(db, actor)).items.map(({ code }) => code);
		expect(await codes(author)).toEqual(['D4.1']);
		expect(await waitsFor(db, reviewer)).toMatchObject({ items: [], lines: [], count: 0 });
	}));

test('check-ins wait for who accepts them, each tier in its turn, and for who has still to send one', () =>
	withDatabase(async (db) => {
		const { partner, national, coordinator } = await aCheckInProject(db);
		expect(await linesFor(db, partner, '2026-05-31')).toEqual(['Your check-in for May 2026']);
		expect(await linesFor(db, national, '2026-05-31')).toEqual(['Your check-in for May 2026']);
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		expect(await linesFor(db, partner, '2026-05-31')).toEqual([]);
		expect(await linesFor(db, national, '2026-05-31')).toContain(
			'1 check-in waits for your acceptance, May 2026'
		);
		expect(await linesFor(db, coordinator, '2026-05-31')).toEqual(['Your check-in for May 2026']);
	}));

test('minutes to be written lie with the secretary until every point says something', () =>
	withDatabase(async (db) => {
		const { secretary, chair, meeting } = await aMinutesProject(db);
		expect(await linesFor(db, secretary)).toContain(`${meeting.title}: write the minutes`);
		expect((await linesFor(db, chair)).join()).not.toContain(meeting.title);
	}));

test('written minutes are circulated, and after silence approved by the coordinator', () =>
	withDatabase(async (db) => {
		const written = await writtenMinutes(db);
		expect(await linesFor(db, written.secretary)).toContain(
			`${written.meeting.title}: circulate the minutes`
		);
		const { coordinator, secretary, meeting } = await circulatedMinutes(db);
		const about = async (actor: Actor, today: string) =>
			(await linesFor(db, actor, today)).filter((text) => text.startsWith(`${meeting.title}:`));
		expect(await about(coordinator, '2026-06-29')).toEqual([]);
		expect(await about(coordinator, '2026-06-30')).toEqual([`${meeting.title}: record the approval`]);
		expect(await about(secretary, '2026-06-30')).toEqual([]);
	}));

test('a number is asked of its organisation, then of its country, then of somebody independent', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, partner, national, coordinator } = await aCheckInProject(db);
		await createIndicator(db, coordinator, { ...AN_INDICATOR, reporterIds: [bsu.id] }, NOW);
		const lead = await anActor(db, { projectId, role: 'qa-lead' });
		const numbers = async (actor: Actor) =>
			(await linesFor(db, actor)).filter((text) => text.startsWith(AN_INDICATOR.title));
		expect(await numbers(partner)).toEqual(['Teachers trained: the number of your organisation']);
		const { id: indicatorId } = await db.selectFrom('indicator').select('id').executeTakeFirstOrThrow();
		const input = {
			...{ indicatorId, organisationId: bsu.id, asOfOn: TODAY, standing: 'value' as const, value: 40 },
			...{ reason: '', source: 'Lists', categories: [], parts: [] }
		};
		await reportActual(db, partner, input, NOW);
		expect(await numbers(partner)).toEqual([]);
		expect(await numbers(national)).toEqual(['Teachers trained: 1 number to accept']);
		expect(await numbers(coordinator)).toEqual([]);
		expect(await numbers(lead)).toEqual([]);
		const accepted = { state: 'accepted' as const, acceptedBy: national.personId };
		await db.updateTable('indicatorActual').set(accepted).execute();
		expect(await numbers(national)).toEqual([]);
		expect(await numbers(lead)).toEqual(['Teachers trained: 1 number to verify']);
	}));

test('a proposed QA role waits for the side that did not propose it', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner } = await aCheckInProject(db);
		const lead = await anActor(db, { projectId, role: 'qa-lead' });
		const grant = {
			...{ id: 'g1', projectId, personId: partner.personId, role: 'qa-reviewer' as const },
			...{ scopeType: 'project' as const, scopeId: null, fromOn: TODAY, toOn: null, reason: 'Asked' },
			...{
				proposedBy: coordinator.personId,
				proposedAs: 'coordinator' as const,
				proposedAt: NOW.toISOString()
			},
			...{ confirmedBy: null, confirmedAt: null, revokedBy: null, revokedAt: null, revokeReason: null }
		};
		await db.insertInto('roleGrant').values(grant).execute();
		expect(await linesFor(db, lead)).toEqual(['1 proposed role to confirm']);
		expect((await linesFor(db, coordinator)).join()).not.toContain('role');
	}));
