import type { Db } from '#db/schema.ts';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';
import { newId } from '#lib/server/ids.ts';
import { copiesForDeputies } from '#lib/server/mail/copies-for-deputies.ts';
import { inChunks } from './in-chunks.ts';

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
export function queueMail(db: Db, mail: QueuedMail, now: Date): Promise<void> {
	return queueMails(db, [mail], now);
}

/** The same for all that one act tells; what one person gets of a kind goes out as one letter. */
export async function queueMails(db: Db, mails: readonly QueuedMail[], now: Date): Promise<void> {
	const told = mails
		.map((mail) => ({ ...mail, to: [...new Set(mail.to)].filter((id) => id !== mail.from) }))
		.filter(({ to }) => to.length > 0);
	const copiesOf = await copiesForDeputies(db, told, now);
	const rows = told.flatMap((mail) => {
		const { to, from: _, about, path, occasion, ...content } = mail;
		return [...to.map((toPersonId) => ({ toPersonId })), ...copiesOf(mail)].map((one) => ({
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
	});
	await inChunks(rows, (some) =>
		db
			.insertInto('outboxMail')
			.values(some)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}

/** What a mail about an item is about, or about something else of that kind that has a code and a title. */
export function mailedItem<Kind extends string>(item: {
	id: string;
	kind: Kind;
	code: string;
	title: string;
}) {
	return { type: item.kind, id: item.id, label: `${item.code} ${item.title}` };
}
