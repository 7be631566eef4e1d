/** A sender in a process of its own that kills itself outright at a chosen step, as a crash would. */
import { connect } from '#db/connect.server.ts';
import { mailSettings } from '#db/mail-settings.ts';
import { ensureMailKey } from '#lib/server/mail/mail-key.ts';
import { makeLetters } from '#lib/server/mail/make-letters.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { mailServer } from '#lib/server/mail/smtp.ts';

const [dataDir = '', url = '', at = '', step = ''] = process.argv.slice(2);

function dieAt(here: string): void {
	if (here === step) process.kill(process.pid, 'SIGKILL');
}

const settings = mailSettings(url, 'desk@example.org');
if (!settings) throw new Error(`${url} is no mail server`);
const { db, close } = await connect({ dataDir, databaseUrl: '' });
const clock = () => new Date(at);
const key = await ensureMailKey(db);
dieAt('start');
await makeLetters(db, clock());
dieAt('made');
const inner = mailServer(settings);
const server = {
	...inner,
	async deliver(message: Parameters<typeof inner.deliver>[0]) {
		dieAt('claimed');
		if (step === 'in-flight') setTimeout(() => dieAt('in-flight'), 150);
		const delivery = await inner.deliver(message);
		dieAt('accepted');
		return delivery;
	}
};
await sendMail(db, { origin: 'https://desk.example.org', from: settings.from, key, server, clock });
dieAt('marked');
await close();
