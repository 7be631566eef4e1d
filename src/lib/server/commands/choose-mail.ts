import type { Db } from '#db/schema.ts';
import { isMailKind, type MailKind } from '#lib/domain/mail/kinds.ts';
import type { ChooseMail } from '#lib/schemas/mail.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import type { Self } from './manage-own-account.ts';

/** Which mails somebody wants, and when. */
export async function chooseMail(db: Db, self: Self, input: ChooseMail, now: Date): Promise<void> {
	const at = now.toISOString();
	const { personId } = self;
	await db.transaction().execute(async (db) => {
		await setReader(db, personId, { digest: input.digest, timeZone: input.timeZone }, at);
		await db.deleteFrom('mailChoice').where('personId', '=', personId).execute();
		const rows = input.choices.flatMap(({ kind, wish }) =>
			isMailKind(kind) && wish !== 'usual' ? [{ personId, kind, choice: wish, chosenAt: at }] : []
		);
		if (rows.length > 0)
			await db
				.insertInto('mailChoice')
				.values(rows)
				.onConflict((conflict) => conflict.doNothing())
				.execute();
		const details = { digest: input.digest, changed: rows.map(({ kind, choice }) => `${kind}: ${choice}`) };
		await record(db, self, 'mail:choose', details, now);
	});
}

/** Ends the mails of one kind, or the digest, for somebody who need not be signed in. */
export async function stopMail(
	db: Db,
	{ personId, kind }: { personId: string; kind: MailKind | 'digest' },
	now: Date
): Promise<void> {
	const at = now.toISOString();
	await db.transaction().execute(async (db) => {
		const person = await db
			.selectFrom('person')
			.select(['id as personId', 'name', 'email'])
			.where('id', '=', personId)
			.executeTakeFirst();
		if (!person) return;
		if (kind === 'digest') await setReader(db, personId, { digest: 'off' }, at);
		else
			await db
				.insertInto('mailChoice')
				.values({ personId, kind, choice: 'off', chosenAt: at })
				.onConflict((conflict) =>
					conflict.columns(['personId', 'kind']).doUpdateSet({ choice: 'off', chosenAt: at })
				)
				.execute();
		await record(db, person, 'mail:unsubscribe', { kind }, now);
	});
}

async function setReader(
	db: Db,
	personId: string,
	set: { digest: ChooseMail['digest']; timeZone?: string | null },
	changedAt: string
): Promise<void> {
	await db
		.insertInto('mailReader')
		.values({ personId, timeZone: null, ...set, changedAt })
		.onConflict((conflict) => conflict.column('personId').doUpdateSet({ ...set, changedAt }))
		.execute();
}

async function record(
	db: Db,
	{ personId, name, email }: Omit<Self, 'sessionId'>,
	act: string,
	details: Readonly<Record<string, unknown>>,
	now: Date
): Promise<void> {
	const actor = { personId, name, organisationId: null };
	const of = { type: 'person', id: personId, label: email };
	await appendAudit(db, { chain: INSTALLATION, actor, act, record: of, details }, now);
}
