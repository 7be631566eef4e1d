import { expect, test } from 'vitest';
import { PROPOSED_QUALITY_PLAN as plan } from '#lib/domain/quality-plan.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { openRisk } from '#lib/server/commands/open-risk.ts';
import { listRecords } from '#lib/server/queries/check-ins/list-records.ts';
import { A_NEW_ACTION } from '#tests/support/builders/an-action-project.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const today = '2026-06-03';
const DAYS = [{ day: '2026-06-01', startsAt: 540, endsAt: 1020 }];

test('a check-in asks about what the organisation leads, does, owes and watches, and about nothing else', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, upv, partner, coordinator, workPackage } = await aCheckInProject(db);
		const lead = { projectId, leadOrganisationId: bsu.id };
		await aDeliverable(db, { ...lead, code: 'D4.3', state: 'accepted' });
		await aDeliverable(db, { ...lead, code: 'D4.4', leadOrganisationId: upv.id });
		await aMilestone(db, { ...lead, code: 'MS4' });
		await aMilestone(db, { ...lead, code: 'MS5', state: 'declared' });
		const meeting = await aMeeting(db, {
			projectId,
			state: 'held',
			chairId: coordinator.personId,
			days: DAYS
		});
		const given = { ...A_NEW_ACTION, ownerId: partner.personId, meetingId: meeting.id };
		await createAction(db, coordinator, given, IN_TIME);
		const workPackageIds = [workPackage.id];
		await openRisk(
			db,
			coordinator,
			{ description: 'Dry', ownerOrganisationId: bsu.id, workPackageIds },
			IN_TIME
		);
		await openRisk(
			db,
			coordinator,
			{ description: 'Wet', ownerOrganisationId: upv.id, workPackageIds },
			IN_TIME
		);

		const records = await listRecords(db, partner, { plan, today });
		expect(records.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
			'deliverable D4.1',
			'deliverable D4.2',
			'milestone MS4',
			'action A-001',
			'risk R1'
		]);
	}));

test('only its owner moves, blocks or claims an action in a check-in, and nobody in their place', () =>
	withDatabase(async (db) => {
		const { projectId, partner, coordinator } = await aCheckInProject(db);
		const colleague = await anActor(db, { projectId, organisationId: partner.organisationId });
		const meeting = await aMeeting(db, {
			projectId,
			state: 'held',
			chairId: coordinator.personId,
			days: DAYS
		});
		const given = { ...A_NEW_ACTION, ownerId: partner.personId, meetingId: meeting.id };
		const { id } = await createAction(db, coordinator, given, IN_TIME);
		await acceptAction(db, partner, { itemId: id, version: 1, note: '' }, IN_TIME);
		await startAction(db, partner, { itemId: id, version: 2, note: '' }, IN_TIME);

		const answersOf = async (actor: Parameters<typeof listRecords>[1]) => {
			const records = await listRecords(db, actor, { plan, today });
			return records.find(({ recordId }) => recordId === id)?.answers;
		};
		expect(await answersOf(partner)).toEqual(['no-change', 'on-track', 'new-forecast', 'blocked', 'done']);
		expect(await answersOf(colleague)).toEqual(['no-change', 'on-track']);
		const actingFor = { deputyRowId: '', personId: '', name: 'Aziza' };
		expect(await answersOf({ ...partner, actingFor })).toEqual(['no-change', 'on-track']);

		const done = aWrittenCheckIn([{ recordId: id, answer: 'done', note: 'The report is in Madrid' }]);
		await submitCheckIn(db, partner, PERIOD, done, [], IN_TIME);
		const item = await db.selectFrom('item').select('state').where('id', '=', id).executeTakeFirstOrThrow();
		expect(item.state).toBe('done-claimed');
	}));
