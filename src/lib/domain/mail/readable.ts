/**
 * Whether who looks after the installation may read what a mail says. They have no content rights (domain.md 2, rule 4):
 * of mails of a project they see to whom, of what kind, when, and what went wrong. In a demonstration all is invented.
 */
export function mayReadMail(mail: { projectId: string | null }, isDemo: boolean): boolean {
	return isDemo || mail.projectId === null;
}

/** Whoever has such a link can sign in as its reader, so that nobody else gets to see it. */
export function withoutSecrets(text: string): string {
	return text.replaceAll(/\/(link|unsubscribe)\/[^\s)]+/g, '/$1/…');
}

export const MAIL_STATES = ['waiting', 'sent', 'failed', 'not-sent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export function isMailState(text: string): text is MailState {
	return MAIL_STATES.some((state) => state === text);
}

/** How it stands with something queued. */
export function mailStateOf(mail: {
	sentAt: string | null;
	droppedAt: string | null;
	droppedBecause: string | null;
}): MailState {
	if (mail.sentAt !== null) return 'sent';
	if (mail.droppedAt === null) return 'waiting';
	return mail.droppedBecause === 'failed' ? 'failed' : 'not-sent';
}
