import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';

interface Mail {
	projectId: string | null;
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
}
