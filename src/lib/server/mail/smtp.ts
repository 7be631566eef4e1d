import { createTransport } from 'nodemailer';
import type { MailSettings } from '#db/mail-settings.ts';
import { judgeFailure, type Delivery, type SmtpFailure } from '#lib/domain/mail/delivery.ts';
import type { Message } from './compose-letter.ts';

/** Below the lease of a letter, whatever the server does. */
const LONGEST_MS = 120_000;
const WAIT = {
	connectionTimeout: 15_000,
	greetingTimeout: 15_000,
	dnsTimeout: 15_000,
	socketTimeout: 60_000
};

export interface MailServer {
	/** Never throws: what went wrong is the answer. */
	deliver(message: Message, stop?: AbortSignal): Promise<Delivery>;
	/** What is wrong with the connection or the sign-in; undefined when they work. */
	check(): Promise<string | undefined>;
}

/** A connection for each mail: nothing is asked twice behind our back, so that what went out is known as well as can be. */
export function mailServer({ host, port, secure, auth }: MailSettings): MailServer {
	const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
	const transport = createTransport({
		...{ host, port, secure, ...WAIT },
		// A password travels through TLS only, unless it stays on this machine.
		...(auth === null ? {} : { auth, requireTLS: !secure && !isHere }),
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return {
		async deliver(message, stop) {
			const signals = [AbortSignal.timeout(LONGEST_MS), ...(stop ? [stop] : [])];
			const envelope = { from: message.from.address, to: [message.to.address] };
			return transport.sendMail({ ...message, envelope, signal: AbortSignal.any(signals) }).then(
				() => ({ result: 'sent' }),
				(problem: unknown) => judgeFailure(failureOf(problem))
			);
		},
		async check() {
			return transport.verify().then(
				() => undefined,
				(problem: unknown) => failureOf(problem).message
			);
		}
	};
}

function failureOf(problem: unknown): SmtpFailure {
	if (!(problem instanceof Error)) return { message: String(problem) };
	const text = (name: string) => {
		const value: unknown = Reflect.get(problem, name);
		return typeof value === 'string' ? value : undefined;
	};
	const answered: unknown = Reflect.get(problem, 'responseCode');
	return {
		message: problem.message,
		code: text('code'),
		command: text('command'),
		syscall: text('syscall'),
		responseCode: typeof answered === 'number' ? answered : undefined
	};
}
