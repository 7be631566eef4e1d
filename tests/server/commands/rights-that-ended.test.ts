import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { endMembership } from '#lib/server/commands/end-membership.ts';
import { revokeGrant } from '#lib/server/commands/revoke-grant.ts';
import { startPreparation } from '#lib/server/commands/start-preparation.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const grantOf = (actor: Actor) => ({ grantId: actor.grants[0]?.id ?? '', reason: 'Left the team' });

async function anUpload(db: Db) {
	const made = await aReviewableDeliverable(db);
	await startPreparation(db, made.author, { itemId: made.item.id }, NOW);
	return { made, send: () => stepsOf(db, made).upload(made.author) };
}

test('a role revoked while the file was on its way takes the upload back', () =>
	withDatabase(async (db) => {
		const { made, send } = await anUpload(db);
		await revokeGrant(db, made.coordinator, grantOf(made.author), NOW);
		expect(await refused(db, send)).toEqual(['rights-ended']);
	}));

test('and so does a role whose last day passed', () =>
	withDatabase(async (db) => {
		const { made, send } = await anUpload(db);
		await db
			.updateTable('roleGrant')
			.set({ toOn: '2026-06-14' })
			.where('personId', '=', made.author.personId)
			.execute();
		expect(await refused(db, send)).toEqual(['rights-ended']);
	}));

test('an account closed meanwhile changes nothing any more', () =>
	withDatabase(async (db) => {
		const { made, send } = await anUpload(db);
		await db
			.updateTable('person')
			.set({ disabledAt: NOW.toISOString() })
			.where('id', '=', made.author.personId)
			.execute();
		const before = await fingerprint(db);
		await expect(send()).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
	}));

test('nor does somebody who left the project meanwhile', () =>
	withDatabase(async (db) => {
		const { made, send } = await anUpload(db);
		await endMembership(db, made.coordinator, { personId: made.author.personId, reason: 'Left' }, NOW);
		const before = await fingerprint(db);
		await expect(send()).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
	}));

test('a signature under a role that was just revoked is none', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await revokeGrant(db, made.qaLead, grantOf(made.first), NOW);
		expect(await refused(db, () => steps.sign(made.first))).toEqual(['rights-ended']);
	}));

test('giving back one’s own role is done under that role', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		await revokeGrant(db, made.qaLead, grantOf(made.qaLead), NOW);
		const grant = await db
			.selectFrom('roleGrant')
			.select('revokedBy')
			.where('id', '=', grantOf(made.qaLead).grantId)
			.executeTakeFirstOrThrow();
		expect(grant.revokedBy).toBe(made.qaLead.personId);
	}));
