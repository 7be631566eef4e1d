import type { Db } from '#db/schema.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';
import { newId } from '#lib/server/ids.ts';
import { copiesForDeputies } from '#lib/server/mail/copies-for-deputies.ts';

export interface QueuedMail {
	/** Null for what concerns an account or the installation. */
	projectId: string | null;
	kind: MailKind;
	/** People by their ids; the same one twice is told once. */
	to: readonly string[];
	/** Who did it, and needs not be told. */
	from?: string;
	/** Stands as a line of its own in a digest: it names the record, and what is the matter. */
	subject: string;
	/** Plain text. No address of ours in it: links are made when the mail is sent, from `path`. */
	body: string;
	/** Why these people get it; the mail says so. */
	because: MailBecause;
	/** The record it is about; a digest groups by it. */
	about?: { type: string; id: string; label: string };
	/** Of the page where it is acted upon, inside the project: `deliverables/D4.2`, as of `itemPath`. */
	path?: string;
	/** Names what happened where it could be told again: each person is told of an occasion once in all time. */
	occasion?: string;
}

/**
 * Queues one mail a person in the transaction of what it tells, so that neither happens without the other. Who stands in
 * for one of them in such matters gets a copy that says for whom.
 */
export async function queueMail(db: Db, mail: QueuedMail, now: Date): Promise<void> {
	const { to, from, about, path, occasion, ...content } = mail;
	const told = [...new Set(to)].filter((id) => id !== from);
	if (told.length === 0) return;
	const copies = await copiesForDeputies(db, mail, told, now);
	const rows = [...told.map((toPersonId) => ({ toPersonId })), ...copies].map((one) => ({
		id: newId(),
		...content,
		...one,
		aboutType: about?.type ?? null,
		aboutId: about?.id ?? null,
		aboutLabel: about?.label ?? null,
		path: path ?? null,
		occasion: occasion ?? null,
		createdAt: now.toISOString(),
		sentAt: null,
		letterId: null,
		droppedAt: null,
		droppedBecause: null
	}));
	await db
		.insertInto('outboxMail')
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** What a mail about an item is about. */
export function mailedItem(item: { id: string; kind: ItemKind; code: string; title: string }) {
	return { type: item.kind, id: item.id, label: `${item.code} ${item.title}` };
}
