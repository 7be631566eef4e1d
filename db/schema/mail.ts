import type { Generated } from 'kysely';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';

/** What one person is to be told of one event, written in the transaction of the event. */
export interface OutboxMail {
	id: string;
	projectId: string | null;
	toPersonId: string;
	kind: MailKind;
	subject: string;
	body: string;
	createdAt: string;
	/** When the mail server took over the letter that tells it. */
	sentAt: string | null;
	failures: Generated<number>;
	because: MailBecause;
	aboutType: string | null;
	aboutId: string | null;
	/** Under which a digest groups it. */
	aboutLabel: string | null;
	/** Of its page inside the project. */
	path: string | null;
	/** Told once in all time to one person. */
	occasion: string | null;
	letterId: string | null;
	droppedAt: string | null;
	droppedBecause: string | null;
}

/** One mail to one person, with one or many things to tell. Its id is its Message-ID, whatever happens. */
export interface MailLetter {
	id: string;
	personId: string;
	/** Of what it tells; `digest` for the one of a morning. */
	kind: MailKind | 'digest';
	/** The morning of a digest, where its reader is. */
	slot: string | null;
	state: 'waiting' | 'sent' | 'failed' | 'dropped';
	createdAt: string;
	nextTryAt: string;
	tries: number;
	/** Whoever sends it now, and until when nobody else may. */
	leaseToken: string | null;
	leaseUntil: string | null;
	/** How often a sender was lost while it sent: it may have arrived more than once. */
	doubtful: number;
	lastError: string | null;
	settledAt: string | null;
}

/** A kind of mail that a person wants otherwise than it is sent by default. */
export interface MailChoice {
	personId: string;
	kind: MailKind;
	choice: 'digest' | 'off';
	chosenAt: string;
}

export interface MailReader {
	personId: string;
	digest: 'daily' | 'weekly' | 'off';
	/** Null: of the person's organisation, else of the project. */
	timeZone: string | null;
	changedAt: string;
}

export interface MailTables {
	outboxMail: OutboxMail;
	mailLetter: MailLetter;
	mailChoice: MailChoice;
	mailReader: MailReader;
}
