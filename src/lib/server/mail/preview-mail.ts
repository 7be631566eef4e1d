import type { Db } from '#db/schema.ts';
import { MAIL_KINDS } from '#lib/domain/mail/kinds.ts';
import { letterText } from '#lib/text/mail/letter.ts';
import type { ListedMail } from '#lib/server/queries/list-mails.ts';
import { toldOf } from './compose-letter.ts';
import { selectNotices } from './find-letter.ts';

/** The letter that tells of a mail as its reader gets it: the one it stands in, or the one it waits for. */
export async function previewMail(db: Db, mail: ListedMail, origin: string) {
	const isDigest = MAIL_KINDS[mail.kind].pace === 'digest';
	const found = selectNotices(db).where('outboxMail.toPersonId', '=', mail.personId);
	const notices = await (
		mail.letterId !== null
			? found.where('outboxMail.letterId', '=', mail.letterId)
			: mail.state === 'waiting'
				? found
						.where('outboxMail.letterId', 'is', null)
						.where('outboxMail.sentAt', 'is', null)
						.where('outboxMail.droppedAt', 'is', null)
				: found.where('outboxMail.id', '=', mail.id)
	).execute();
	const alike = notices.filter((one) =>
		isDigest ? MAIL_KINDS[one.kind].pace === 'digest' : one.kind === mail.kind
	);
	return letterText(
		isDigest ? 'digest' : mail.kind,
		toldOf(origin, mail.letterId === null ? alike : notices),
		{
			unsubscribe: isDigest || MAIL_KINDS[mail.kind].optional ? `${origin}/unsubscribe/…` : null,
			account: `${origin}/account#mail`
		}
	);
}

/** Of a mail of the installation itself, and nothing else that waits for the same person. */
export async function readOwnMail(db: Db, mail: ListedMail): Promise<{ subject: string; text: string }> {
	const { subject, body } = await db
		.selectFrom('outboxMail')
		.select(['subject', 'body'])
		.where('id', '=', mail.id)
		.executeTakeFirstOrThrow();
	return { subject, text: body };
}
