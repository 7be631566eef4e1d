import type { Db } from '#db/schema.ts';
import { mailSettings } from '#db/mail-settings.ts';
import { queueMail, type QueuedMail } from '#lib/server/commands/queue-mail.ts';
import { ensureMailKey } from '#lib/server/mail/mail-key.ts';
import { mailPass } from '#lib/server/mail/mail-pass.ts';
import { mailServer } from '#lib/server/mail/smtp.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { startMailSink, type Behaviour, type MailSink } from './mail-sink.ts';

export const ORIGIN = 'https://desk.example.org';
const FROM = 'LESLIE desk <desk@example.org>';

export interface MailBench {
	db: Db;
	sink: MailSink;
	reader: Actor;
	/** Queues one mail for the reader, or for whom `to` names. */
	queue(mail?: Partial<QueuedMail>): Promise<void>;
	/** One round of the sender, so many minutes after the start. */
	pass(minutes?: number): ReturnType<typeof mailPass>;
	letters(): Promise<{ state: string; lastError: string | null; doubtful: number; tries: number }[]>;
}

export function minutesLater(minutes: number): Date {
	return new Date(NOW.getTime() + minutes * 60_000);
}

/** A project with one reader, and a real mail server beside it. */
export async function withMailBench<T>(
	db: Db,
	behaviour: Behaviour,
	use: (bench: MailBench) => Promise<T>
): Promise<T> {
	const sink = await startMailSink(behaviour);
	const { id: projectId } = await aProject(db, { slug: 'leslie' });
	const reader = await anActor(db, { projectId, name: 'Айгүл Қасымова' });
	const settings = mailSettings(sink.url, FROM);
	if (!settings) throw new Error('the settings of the test cannot be read');
	const server = mailServer(settings);
	const bench: MailBench = {
		db,
		sink,
		reader,
		queue: (mail = {}) =>
			queueMail(
				db,
				{
					projectId,
					kind: 'action-created',
					to: [reader.personId],
					subject: 'A12: send the list of courses',
					body: 'Until 30 June.',
					because: 'owner',
					about: { type: 'action', id: 'a12', label: 'A12 Send the list of courses' },
					path: 'actions/A12',
					...mail
				},
				NOW
			),
		async pass(minutes = 2) {
			const key = await ensureMailKey(db);
			const clock = () => minutesLater(minutes);
			return mailPass(db, { origin: ORIGIN, from: settings.from, key, server, clock });
		},
		letters: () =>
			db.selectFrom('mailLetter').select(['state', 'lastError', 'doubtful', 'tries']).orderBy('id').execute()
	};
	return use(bench).finally(() => sink.stop());
}
