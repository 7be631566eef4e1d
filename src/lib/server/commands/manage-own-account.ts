import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { EndSession, Rename } from '#lib/schemas/account.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';

/** Whose account it is. */
export interface Self {
	sessionId: string;
	personId: string;
	name: string;
	email: string;
}

/** Signatures and the audit trail keep the name as it was then. */
export async function renameSelf(db: Db, self: Self, input: Rename, now: Date): Promise<void> {
	await db.transaction().execute(async (db) => {
		await db
			.updateTable('person')
			.set({ name: input.name, search: searchText(input.name, self.email) })
			.where('id', '=', self.personId)
			.execute();
		await record(db, self, 'person:rename', now, { from: self.name, to: input.name });
	});
}

/** Signs out one other browser of one's own. */
export async function endOwnSession(db: Db, self: Self, input: EndSession, now: Date): Promise<void> {
	await db.transaction().execute(async (db) => {
		const { numDeletedRows } = await db
			.deleteFrom('session')
			.where('id', '=', input.sessionId)
			.where('personId', '=', self.personId)
			.executeTakeFirst();
		if (numDeletedRows === 0n) throw new NotFound();
		await record(db, self, 'session:end', now);
	});
}

/** Signs out every browser but this one. */
export async function endOtherSessions(db: Db, self: Self, now: Date): Promise<void> {
	await db.transaction().execute(async (db) => {
		const { numDeletedRows } = await db
			.deleteFrom('session')
			.where('personId', '=', self.personId)
			.where('id', '!=', self.sessionId)
			.executeTakeFirst();
		await record(db, self, 'session:end-others', now, { ended: Number(numDeletedRows) });
	});
}

async function record(
	db: Db,
	self: Self,
	act: string,
	now: Date,
	details: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	const actor = { personId: self.personId, name: self.name, organisationId: null };
	const of = { type: 'person', id: self.personId, label: self.email };
	await appendAudit(db, { chain: INSTALLATION, actor, act, record: of, details }, now);
}
