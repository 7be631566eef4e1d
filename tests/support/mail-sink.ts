import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What arrived, as it came over the wire. */
export interface Received {
	to: string;
	from: string;
	text: string;
	messageId: string;
}

/** How the server answers one recipient: an SMTP code refuses, a number of milliseconds is slow. */
export interface Behaviour {
	recipient?: (address: string) => { code: number; text: string } | undefined;
	message?: (raw: string) => { code: number; text: string } | undefined;
	slowMs?: number;
	/** Takes the message over and then goes away without a word. */
	mute?: boolean;
}

export interface MailSink {
	port: number;
	url: string;
	received: Received[];
	/** May be changed while it runs. */
	behaviour: Behaviour;
	connections: number;
	stop(): Promise<void>;
}

/** A real mail server on this machine that keeps what it is given. */
export async function startMailSink(behaviour: Behaviour = {}, port = 0): Promise<MailSink> {
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		logger: false,
		closeTimeout: 100,
		onConnect(_session, callback) {
			sink.connections += 1;
			callback();
		},
		onRcptTo({ address }, _session, callback) {
			callback(failure(sink.behaviour.recipient?.(address)));
		},
		onData(stream, session, callback) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				void take(Buffer.concat(chunks).toString(), session.envelope, callback);
			});
		}
	});
	async function take(
		raw: string,
		envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
		callback: (problem?: Error | null) => void
	) {
		if (sink.behaviour.slowMs !== undefined) await wait(sink.behaviour.slowMs);
		const refused = failure(sink.behaviour.message?.(raw));
		if (refused) return callback(refused);
		sink.received.push({
			to: envelope.rcptTo.map((one) => one.address).join(','),
			from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
			text: raw,
			messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''
		});
		if (sink.behaviour.mute !== true) callback();
	}
	const sink: MailSink = {
		port: 0,
		url: '',
		received: [],
		behaviour,
		connections: 0,
		stop: () => new Promise((resolve) => server.close(() => resolve()))
	};
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
	sink.port = portOf(server.server.address());
	sink.url = `smtp://127.0.0.1:${sink.port}`;
	return sink;
}

function portOf(address: string | AddressInfo | null): number {
	return typeof address === 'object' && address !== null ? address.port : 0;
}

function failure(answer: { code: number; text: string } | undefined): Error | null {
	return answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;
}
