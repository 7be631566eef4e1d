import type { MailState } from '#lib/domain/mail/readable.ts';

export const MAIL_STATE_TEXT = {
	waiting: { label: 'waiting', tone: 'waiting' },
	sent: { label: 'sent', tone: 'good' },
	failed: { label: 'failed', tone: 'bad' },
	'not-sent': { label: 'not sent', tone: 'info' }
} as const satisfies Record<MailState, { label: string; tone: string }>;

const NOT_SENT: Readonly<Record<string, string>> = {
	'opted-out': 'Its reader does without mails of this kind.',
	'digest-off': 'Its reader does without the digest.',
	disabled: 'The account is closed.',
	left: 'Its reader has left the project, or may no longer read what it tells.',
	address: 'The address is not one plain address.',
	'before-mail': 'It was queued before a mail server was set up.'
};

/** Why a mail is not sent. */
export function notSentText(because: string): string {
	return NOT_SENT[because] ?? because;
}

export const NO_MAIL_SERVER_TEXT = 'No mail leaves this server: SMTP_URL is not set';

/** What becomes of mails that were queued; without a server they do not wait for anything. */
export function mailCountText(mail: { waiting: number; failed: number; isSetUp: boolean }): string {
	const { waiting, failed, isSetUp } = mail;
	return isSetUp
		? `${waiting} waiting, ${failed} failed`
		: `${waiting} not sent: no mail server, ${failed} failed`;
}

/** The state of a mail in words, as it is where no mail leaves the server. */
export function mailStateText(state: MailState, isSetUp: boolean) {
	return state === 'waiting' && !isSetUp
		? ({ label: 'not sent: no mail server', tone: 'warn' } as const)
		: MAIL_STATE_TEXT[state];
}
