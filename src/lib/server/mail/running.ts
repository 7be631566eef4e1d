import type { MailSender } from './mail-sender.ts';

let sender: MailSender | undefined;

/** The one sender of this process. */
export function keepSender(started: MailSender): MailSender {
	sender = started;
	return started;
}

/** Whether mail leaves this server. */
export function isMailSetUp(): boolean {
	return sender !== undefined;
}
