import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';

interface Mail {
	projectId: string;
	kind: string;
	to: readonly string[];
	subject: string;
	body: string;
}

/** Queues one mail a person in the transaction of what it tells, so that neither happens without the other. */
export async function queueMail(db: Db, mail: Mail, now: Date): Promise<void> {
	const { to, ...content } = mail;
	if (to.length === 0) return;
	const rows = [...new Set(to)].map((toPersonId) => ({
		id: newId(),
		...content,
		toPersonId,
		createdAt: now.toISOString(),
		sentAt: null
	}));
	await db.insertInto('outboxMail').values(rows).execute();
/** Queues a mail with the change it speaks of, in the same transaction. */
export async function queueMail(
	db: Db,
	mail: {
		projectId: string | null;
		toPersonId: string;
		kind: string;
		subject: string;
		body: string;
	},
	now: Date
): Promise<void> {
	await db
		.insertInto('outboxMail')
		.values({ id: newId(), ...mail, createdAt: now.toISOString(), sentAt: null })
		.execute();
}
