import { now, loadClock } from '#lib/server/clock.ts';
import { ensureMailKey } from '#lib/server/mail/mail-key.ts';
import { beginSending, mailPass } from '#lib/server/mail/mail-pass.ts';
import { mailServer } from '#lib/server/mail/smtp.ts';
import { countMail } from '#lib/server/queries/list-mails.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = 'send | state';
export const summary = 'send the mail that is due now, as the server does all the time; or say how it stands';

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const [act, ...surplus] = args;
	if (surplus.length > 0 || (act !== 'send' && act !== 'state')) throw new UsageError('say send or state');
	const { db } = await context.connect();
	const sent = act === 'state' || (await send(context));
	const { waiting, failed } = await countMail(db);
	context.print(`${waiting} waiting, ${failed} failed for good`);
	return sent;
}

async function send({ environment, connect, print }: CommandContext): Promise<boolean> {
	const { mail, origin } = environment;
	if (mail === null) {
		print('SMTP_URL is not set: nothing is sent.');
		return false;
	}
	const { db } = await connect();
	await loadClock(db);
	await beginSending(db, now());
	const key = await ensureMailKey(db);
	const sending = { origin, from: mail.from, key, server: mailServer(mail), clock: now };
	const { sent, failed, outage } = await mailPass(db, sending);
	print(
		`${sent} sent, ${failed} refused${outage === null ? '' : `; the mail server does not work: ${outage}`}`
	);
	return outage === null && failed === 0;
}
