import { setTimeout as wait } from 'node:timers/promises';
import type { MailSettings } from '#db/mail-settings.ts';
import type { Db } from '#db/schema.ts';
import { ensureMailKey } from './mail-key.ts';
import { beginSending, mailPass } from './mail-pass.ts';
import { mailServer } from './smtp.ts';

const EVERY_MS = 10_000;
const OUTAGE_MS = 60_000;
/** What the passing of days brings is looked up so often. */
const DAYS_EVERY_MS = 15 * 60_000;
/** What a stopping server still gives the mail in flight; the rest of its time is for the database. */
const LAST_MAIL_MS = 20_000;

interface Options {
	db: Db;
	settings: MailSettings;
	origin: string;
	clock: () => Date;
	/** A round that failed as a whole, e.g. because the database could not be written. */
	onProblem: (problem: unknown) => void;
	everyMs?: number;
}

export interface MailSender {
	/** Begins no further mail, and waits for the one in flight. */
	stop(): Promise<void>;
}

/** Sends mail in rounds for as long as the process lives. */
export function startMailSender(options: Options): MailSender {
	const { db, settings, origin, clock, onProblem, everyMs = EVERY_MS } = options;
	const [stop, abort] = [new AbortController(), new AbortController()];
	const server = mailServer(settings);
	let toldAt = 0;

	async function round(): Promise<number> {
		await beginSending(db, clock());
		const key = await ensureMailKey(db);
		const sending = {
			origin,
			from: settings.from,
			key,
			server,
			clock,
			stop: stop.signal,
			abort: abort.signal
		};
		const tellsDays = clock().getTime() - toldAt >= DAYS_EVERY_MS;
		const { outage } = await mailPass(db, sending, tellsDays);
		if (tellsDays) toldAt = clock().getTime();
		return outage === null ? everyMs : Math.max(everyMs, OUTAGE_MS);
	}

	async function run(): Promise<void> {
		while (!stop.signal.aborted) {
			const pause = await round().catch((problem: unknown) => {
				onProblem(problem);
				return OUTAGE_MS;
			});
			await wait(pause, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
		}
	}

	const running = run();
	return {
		async stop() {
			stop.abort();
			const giveUp = setTimeout(() => abort.abort(), LAST_MAIL_MS);
			await running.finally(() => clearTimeout(giveUp));
		}
	};
}
