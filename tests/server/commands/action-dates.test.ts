import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { decideActionDate } from '#lib/server/commands/decide-action-date.ts';
import { proposeActionDate } from '#lib/server/commands/propose-action-date.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { A_NEW_ACTION, A_NEW_DECISION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';
import { newId } from '#lib/server/ids.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';

const REASON = PROPOSED_QUALITY_PLAN.slipReasons[0]?.code ?? '';

async function anOpenAction(db: Db) {
	const made = await anActionProject(db);
	const input = { ...A_NEW_ACTION, ownerId: made.owner.personId, meetingId: made.meeting.id };
	const { id } = await createAction(db, made.coordinator, input, NOW);
	const now = () => db.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const propose = async (toOn: string) => {
		const { version } = await now();
		const move = { itemId: id, version, toOn, reasonCode: REASON, reasonText: '' };
		await proposeActionDate(db, made.owner, move, NOW);
	};
	const decide = async (verdict: 'agreed' | 'refused', reference = '', by = made.coordinator) => {
		const { version } = await now();
		const proposal = await db
			.selectFrom('actionDateProposal')
			.select('id')
			.where('itemId', '=', id)
			.orderBy('id', 'desc')
			.executeTakeFirstOrThrow();
		await decideActionDate(
			db,
			by,
			{ itemId: id, version, proposalId: proposal.id, verdict, note: '', reference },
			NOW
		);
	};
	return { ...made, id, now, propose, decide };
}

test('a proposed day is the forecast at once, and the due day when it is agreed', () =>
	withDatabase(async (db) => {
		const { now, propose, decide } = await anOpenAction(db);
		await propose('2026-07-10');
		expect(await now()).toMatchObject({ agreedOn: '2026-06-30', forecastOn: '2026-07-10' });
		await decide('agreed');
		expect(await now()).toMatchObject({ agreedOn: '2026-07-10', forecastOn: '2026-07-10' });
		const moves = await db.selectFrom('dateMove').selectAll().orderBy('id').execute();
		expect(moves.map(({ dateKind, fromOn, toOn }) => [dateKind, fromOn, toOn])).toEqual([
			['forecast', '2026-06-30', '2026-07-10'],
			['agreed', '2026-06-30', '2026-07-10']
		]);
	}));

test('a refused day leaves the due day as it was, and the honest forecast too', () =>
	withDatabase(async (db) => {
		const { now, propose, decide } = await anOpenAction(db);
		await propose('2026-07-10');
		await decide('refused');
		expect(await now()).toMatchObject({ agreedOn: '2026-06-30', forecastOn: '2026-07-10' });
	}));

test('only the owner proposes, and the owner never agrees', () =>
	withDatabase(async (db) => {
		const { id, coordinator, owner, now, propose, decide } = await anOpenAction(db);
		const { version } = await now();
		const move = { itemId: id, version, toOn: '2026-07-10', reasonCode: REASON, reasonText: '' };
		expect(await refused(db, () => proposeActionDate(db, coordinator, move, NOW))).toEqual(['out-of-scope']);
		await propose('2026-07-10');
		await db.updateTable('meeting').set({ chairId: owner.personId }).execute();
		expect(await refused(db, () => decide('agreed', '', owner))).toEqual(['action-date-own']);
	}));

test('the decision behind a moved day says what it changed, and a code that is none is refused', () =>
	withDatabase(async (db) => {
		const { id, coordinator, propose, decide } = await anOpenAction(db);
		const decision = await recordDecision(db, coordinator, { ...A_NEW_DECISION, how: 'written' }, NOW);
		await propose('2026-07-10');
		expect(await refused(db, () => decide('agreed', 'DEC-099'))).toEqual(['decision-unknown']);
		await decide('agreed', 'dec-1');
		const effect = await db.selectFrom('decisionEffect').selectAll().executeTakeFirstOrThrow();
		expect(effect).toMatchObject({ decisionId: decision.id, kind: 'date-move', itemId: id, label: 'A-001' });
	}));

test('the third move puts it on the agenda of the next meeting of the series, and the fourth does not again', () =>
	withDatabase(async (db) => {
		const { id, projectId, meeting, propose, decide } = await anOpenAction(db);
		const seriesId = newId();
		await db
			.insertInto('meetingSeries')
			.values({ id: seriesId, projectId, code: 'SC', title: 'Steering committee', origin: 'entered' })
			.execute();
		await db.updateTable('meeting').set({ seriesId }).where('id', '=', meeting.id).execute();
		const day = (on: string) => [{ day: on, startsAt: 540, endsAt: 1020 }];
		await aMeeting(db, { projectId, seriesId, days: day('2026-09-01') });
		const next = await aMeeting(db, { projectId, seriesId, days: day('2026-07-01') });
		await aMeeting(db, { projectId, seriesId, days: day('2026-06-20'), state: 'cancelled' });
		for (const on of ['2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04']) {
			await propose(on);
			await decide('agreed');
		}
		const points = await db.selectFrom('agendaItem').selectAll().where('source', '=', 'third-move').execute();
		expect(points).toHaveLength(1);
		expect(points[0]).toMatchObject({ meetingId: next.id, state: 'planned' });
		const links = await db.selectFrom('agendaLink').select(['itemId', 'agendaItemId']).execute();
		expect(links).toEqual([{ itemId: id, agendaItemId: points[0]?.id }]);
	}));

test('without a meeting to come it waits in the backlog', () =>
	withDatabase(async (db) => {
		const { propose, decide } = await anOpenAction(db);
		for (const on of ['2026-07-01', '2026-07-02', '2026-07-03']) {
			await propose(on);
			await decide('agreed');
		}
		const point = await db
			.selectFrom('agendaItem')
			.selectAll()
			.where('source', '=', 'third-move')
			.executeTakeFirstOrThrow();
		expect(point).toMatchObject({ meetingId: null, state: 'proposed' });
	}));
