import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { MOST_REFUSALS, recordAttempt, recordOnce } from '#lib/server/audit-attempts.ts';
import { verifyChain } from '#lib/server/queries/verify-chain.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const D42 = { type: 'page', id: null, label: 'D4.2' };
const FILE = { type: 'evidence', id: 'file', label: 'Budget.pdf' };
const events = (db: Db) => db.selectFrom('auditEvent').selectAll().orderBy('sequence').execute();

test('a person’s refused attempts are kept up to a number each minute, and the last one says so', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const other = await anActor(db, { projectId });
		for (let one = 0; one < MOST_REFUSALS + 5; one++)
			await recordAttempt(db, actor, 'deliverable:sign-off', D42, later(one), { said: ['No.'] });
		await recordAttempt(db, other, 'deliverable:sign-off', D42, later(30), { said: ['No.'] });
		const kept = await events(db);
		expect(kept.filter((event) => event.actorId === actor.personId)).toHaveLength(MOST_REFUSALS);
		expect(kept.filter((event) => event.actorId === other.personId)).toHaveLength(1);
		expect(kept.filter((event) => event.details.includes('not kept'))).toHaveLength(1);
		await recordAttempt(db, actor, 'deliverable:sign-off', D42, later(90), { said: ['No.'] });
		expect(await events(db)).toHaveLength(MOST_REFUSALS + 2);
		expect((await verifyChain(db, projectId)).broken).toBeNull();
	}));

test('the same file counts once a minute, and again after it', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const other = await anActor(db, { projectId });
		for (const [who, when] of [
			[actor, 0],
			[actor, 20],
			[other, 20],
			[actor, 61]
		] as const)
			await recordOnce(db, who, 'evidence:download', FILE, later(when));
		expect((await events(db)).map((event) => event.actorId)).toEqual([
			actor.personId,
			other.personId,
			actor.personId
		]);
	}));
