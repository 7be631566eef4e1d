import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { moveForecast } from '#lib/server/commands/move-forecast.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { findActionPage } from '#lib/server/queries/find-action-page.ts';
import { findDecisionPage } from '#lib/server/queries/find-decision-page.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import { listActions } from '#lib/server/queries/list-actions.ts';
import { listDecisions } from '#lib/server/queries/list-decisions.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { listPlanEntries } from '#lib/server/queries/list-plan-entries.ts';
import { newId } from '#lib/server/ids.ts';
import { A_NEW_ACTION, A_NEW_DECISION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { evidenceLink } from '#tests/support/builders/evidence-link.ts';
import { withDatabase } from '#tests/support/database.ts';

const WHEN = { today: TODAY, timeZone: 'Europe/Madrid' };
const HOME = { ...WHEN, now: NOW, project: { id: '', startOn: '2023-12-01', durationMonths: 36 } };
const CONTEXT = { plan: PROPOSED_QUALITY_PLAN, ...WHEN };

async function aVerifiedAction(db: Db) {
	const made = await anActionProject(db);
	const input = { ...A_NEW_ACTION, ownerId: made.owner.personId, meetingId: made.meeting.id };
	const { id } = await createAction(db, made.coordinator, input, NOW);
	await db.updateTable('item').set({ state: 'verified' }).where('id', '=', id).execute();
	const observer = await anActor(db, { projectId: made.projectId, role: 'observer' });
	const evaluator = await anActor(db, { projectId: made.projectId, role: 'external-evaluator' });
	return { ...made, id, observer, evaluator };
}

test('an action is neither a deliverable nor a milestone: no list, baseline or count of the plan holds it', () =>
	withDatabase(async (db) => {
		const { coordinator, projectId } = await aVerifiedAction(db);
		expect(await listItems(db, coordinator, { today: TODAY, soonDays: 14 })).toEqual([]);
		expect((await listPlanEntries(db, projectId)).map(({ kind }) => kind)).toEqual(['work-package']);
		const home = await findHome(db, coordinator, HOME);
		const { open, late } = home.counts;
		expect([open, home.waiting.items, late, home.results]).toEqual([0, [], [], []]);
	}));

test('observers and evaluators see no action, verified or not, and find none by its code', () =>
	withDatabase(async (db) => {
		const { observer, evaluator } = await aVerifiedAction(db);
		for (const outsider of [observer, evaluator]) {
			expect(await listActions(db, outsider, CONTEXT)).toEqual([]);
			expect(await findActionPage(db, outsider, 'A-001', WHEN)).toBeUndefined();
			expect((await findHome(db, outsider, HOME)).actions).toBeNull();
		}
	}));

test('public evidence of a verified action stays inside', () =>
	withDatabase(async (db) => {
		const { owner, observer, coordinator, projectId, id } = await aVerifiedAction(db);
		const evidenceId = await evidenceLink(db, owner, { level: 'PU' });
		await db
			.insertInto('evidenceUse')
			.values({
				id: newId(),
				projectId,
				evidenceId,
				itemId: id,
				purpose: 'support',
				versionId: null,
				meansId: null,
				usedBy: owner.personId,
				organisationId: owner.organisationId,
				usedAt: NOW.toISOString(),
				removedAt: null
			})
			.execute();
		const filter = { search: '', holder: '', standing: 'all' as const, page: 1 };
		expect((await listEvidence(db, observer, filter)).rows).toEqual([]);
		const [row] = (await listEvidence(db, coordinator, filter)).rows;
		expect(row?.uses.map(({ kind, code }) => [kind, code])).toEqual([['action', 'A-001']]);
	}));

test('days of an action move on its own page only', () =>
	withDatabase(async (db) => {
		const { coordinator, id } = await aVerifiedAction(db);
		const move = { itemId: id, version: 1, toOn: '2026-12-01', reasonText: '' };
		await expect(moveAgreedDate(db, coordinator, { ...move, reference: 'x' }, NOW)).rejects.toThrow(NotFound);
		await expect(moveForecast(db, coordinator, { ...move, reasonCode: 'x' }, NOW)).rejects.toThrow(NotFound);
	}));

test('a partner finds the action that a meeting gave them on the first page, with the decision behind it', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, qaLead, point } = await anActionProject(db);
		const decision = await recordDecision(
			db,
			coordinator,
			{ ...A_NEW_DECISION, agendaItemId: point.id },
			NOW
		);
		const input = { ...A_NEW_ACTION, ownerId: owner.personId, decisionId: decision.id };
		const { id } = await createAction(db, coordinator, input, NOW);
		const { actions } = await findHome(db, owner, HOME);
		expect(actions?.mine.map(({ code, dueOn, decision }) => [code, dueOn, decision])).toEqual([
			['A-001', '2026-06-30', 'DEC-001']
		]);
		await db.updateTable('item').set({ state: 'done-claimed' }).where('id', '=', id).execute();
		expect((await findHome(db, owner, HOME)).actions?.mine.map(({ mine }) => mine)).toEqual([false]);
		expect((await findHome(db, qaLead, HOME)).actions?.toVerify.map(({ code }) => code)).toEqual(['A-001']);
		expect((await findHome(db, coordinator, HOME)).actions?.mine.map(({ code }) => code)).toEqual(['A-001']);
	}));

test('outsiders read decisions that are public and count, insiders all of them', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, projectId, point } = await anActionProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const record = (change: object) => recordDecision(db, coordinator, { ...A_NEW_DECISION, ...change }, NOW);
		await record({ agendaItemId: point.id });
		await record({ how: 'written' });
		await record({ how: 'written', level: 'SEN' });
		await record({ agendaItemId: point.id, urgent: true });
		const codes = async (who: typeof owner) => (await listDecisions(db, who, TODAY)).map(({ code }) => code);
		expect(await codes(owner)).toEqual(['DEC-004', 'DEC-003', 'DEC-002', 'DEC-001']);
		expect(await codes(observer)).toEqual(['DEC-004', 'DEC-002']);
		expect(await findDecisionPage(db, observer, 'DEC-001', TODAY)).toBeUndefined();
		await db.updateTable('meeting').set({ minutesState: 'approved' }).execute();
		const page = await findDecisionPage(db, observer, 'DEC-001', TODAY);
		expect(page?.decision.standing).toBe('in-force');
		expect(page?.actions).toEqual([]);
		expect(page?.present.map(({ role }) => role)).toEqual(['partner']);
	}));

test('outsiders read neither what a public decision changed nor of the closed ones beside it', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, projectId } = await anActionProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const record = (change: object) =>
			recordDecision(db, coordinator, { ...A_NEW_DECISION, how: 'written', ...change }, NOW);
		await record({ level: 'SEN' });
		await record({ supersedes: 'DEC-001' });
		await record({ level: 'SEN', supersedes: 'DEC-002' });
		const told = async (who: typeof owner) => {
			const page = await findDecisionPage(db, who, 'DEC-002', TODAY);
			const listed = (await listDecisions(db, who, TODAY)).find(({ code }) => code === 'DEC-002');
			return [page?.effects, page?.decision, listed].map((one) =>
				one && 'supersedes' in one ? [one.supersedes, one.supersededBy] : one
			);
		};
		expect(await told(owner)).toEqual([[], ['DEC-001', 'DEC-003'], ['DEC-001', 'DEC-003']]);
		expect(await told(observer)).toEqual([null, [null, null], [null, null]]);
		await db.updateTable('decision').set({ level: 'PU' }).execute();
		expect((await told(observer))[1]).toEqual(['DEC-001', 'DEC-003']);
	}));
