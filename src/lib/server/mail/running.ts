import type { MailSender } from './mail-sender.ts';

let sender: MailSender | undefined;

/** The one sender of this process. */
export function keepSender(started: MailSender): MailSender {
	sender = started;
	return started;
}

/** What a sender is told: the code of what happened, or of what waits for a mail server. */
export function mailFlash(code: 'reminder-sent' | 'meeting-invite'): string {
	return isMailSetUp() ? code : `${code}-unsent`;
}

/** Whether mail leaves this server. */
export function isMailSetUp(): boolean {
	return sender !== undefined;
}
