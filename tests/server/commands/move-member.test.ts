import { expect, test } from 'vitest';
import { moveMember } from '#lib/server/commands/move-member.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { listActiveGrants } from '#lib/server/http/context.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { refused } from '#tests/support/refused.ts';

const WHY = { fromOn: TODAY, reason: 'A new employer' };

test('who moves leaves the work with the former organisation, and is independent of neither', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const { project, coordinator, qaLead, first, author, item } = made;
		const steps = stepsOf(db, made);
		await steps.start(author);
		await steps.upload(author);
		const before = await db.selectFrom('contribution').selectAll().orderBy('id').execute();
		const elsewhere = await anOrganisation(db, { projectId: project.id, acronym: 'NEW' });
		// A reviewer who came from the lead's organisation.
		await db
			.updateTable('membership')
			.set({ organisationId: author.organisationId })
			.where('personId', '=', first.personId)
			.execute();
		const move = { personId: first.personId, organisationId: elsewhere.id, ...WHY };
		await moveMember(db, coordinator, move, NOW);
		expect(await db.selectFrom('contribution').selectAll().orderBy('id').execute()).toEqual(before);
		expect(await refused(db, () => steps.assign(qaLead, first))).toContain('former-organisation');
		const rows = await db
			.selectFrom('membership')
			.select(['organisationId', 'toOn'])
			.where('personId', '=', first.personId)
			.orderBy('toOn', (order) => order.asc().nullsLast())
			.execute();
		expect(rows).toEqual([
			{ organisationId: author.organisationId, toOn: TODAY },
			{ organisationId: elsewhere.id, toOn: null }
		]);
		expect(item.code).toBe('D4.2');
	}));

test('roles for the former organisation end, others stay', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const { project, coordinator, author, ucy } = made;
		await db
			.updateTable('roleGrant')
			.set({ scopeType: 'organisation', scopeId: author.organisationId })
			.where('personId', '=', author.personId)
			.execute();
		await moveMember(db, coordinator, { personId: author.personId, organisationId: ucy.id, ...WHY }, NOW);
		expect(await listActiveGrants(db, project.id, author.personId, TODAY)).toEqual([]);
		const stays = { personId: made.first.personId, organisationId: made.kaznu.id, ...WHY };
		await moveMember(db, coordinator, stays, NOW);
		expect(await listActiveGrants(db, project.id, made.first.personId, TODAY)).toHaveLength(1);
	}));

test('only the coordinator moves people, not themselves, not to where they are, and not on a day to come', () =>
	withDatabase(async (db) => {
		const { coordinator, qaLead, author, ucy } = await aReviewableDeliverable(db);
		const move = (by = coordinator, given: Partial<Parameters<typeof moveMember>[2]> = {}) =>
			moveMember(db, by, { personId: author.personId, organisationId: ucy.id, ...WHY, ...given }, NOW);
		expect(await refused(db, () => move(qaLead))).toEqual(['role-needed']);
		expect(await refused(db, () => move(coordinator, { personId: coordinator.personId }))).toEqual([
			'own-account'
		]);
		const nowhere = { organisationId: author.organisationId, fromOn: '2026-06-16' };
		expect(await refused(db, () => move(coordinator, nowhere))).toEqual([
			'same-organisation',
			'move-not-today'
		]);
	}));
