import type { Db } from '#db/schema.ts';
import { lastCoordinatorBlocks } from '#lib/domain/grant-revocation.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { PersonInput } from '#lib/schemas/people.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights } from './change-rights.ts';

interface Administrator {
	personId: string;
	name: string;
}

/** Signs the person out everywhere and lets nobody in by this account, until it is enabled again. */
export async function disableAccount(db: Db, administrator: Administrator, input: PersonInput, now: Date) {
	return db.transaction().execute(async (db) => {
		if (input.personId === administrator.personId) throw new Refusal([{ code: 'own-account' }]);
		const person = await findAccount(db, input.personId);
		const projectIds = await listProjectIds(db, person.id);
		for (const projectId of projectIds) {
			await lockRights(db, projectId);
			const deciders = await findDeciders(db, projectId, await findToday(db, projectId, now));
			assertNone(lastCoordinatorBlocks({ personId: person.id, name: person.name }, deciders));
		}
		await db
			.updateTable('person')
			.set({ disabledAt: now.toISOString() })
			.where('id', '=', person.id)
			.where('disabledAt', 'is', null)
			.execute();
		await db.deleteFrom('session').where('personId', '=', person.id).execute();
		await db
			.deleteFrom('oneTimeLink')
			.where('personId', '=', person.id)
			.where('usedAt', 'is', null)
			.execute();
		await record(db, administrator, 'account:disable', person, now);
		return { name: person.name };
	});
}

export async function enableAccount(db: Db, administrator: Administrator, input: PersonInput, now: Date) {
	return db.transaction().execute(async (db) => {
		if (input.personId === administrator.personId) throw new Refusal([{ code: 'own-account' }]);
		const person = await findAccount(db, input.personId);
		await db.updateTable('person').set({ disabledAt: null }).where('id', '=', person.id).execute();
		await record(db, administrator, 'account:enable', person, now);
		return { name: person.name };
	});
}

async function findAccount(db: Db, id: string) {
	const person = await db
		.selectFrom('person')
		.select(['id', 'name', 'email'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!person) throw new NotFound();
	return person;
}

async function listProjectIds(db: Db, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('membership')
		.select('projectId')
		.where('personId', '=', personId)
		.where('toOn', 'is', null)
		.orderBy('projectId')
		.execute();
	return rows.map((row) => row.projectId);
}

async function record(
	db: Db,
	administrator: Administrator,
	act: string,
	person: { id: string; email: string },
	now: Date
): Promise<void> {
	const actor = { ...administrator, organisationId: null };
	const of = { type: 'person', id: person.id, label: person.email };
	await appendAudit(db, { chain: INSTALLATION, actor, act, record: of }, now);
}
