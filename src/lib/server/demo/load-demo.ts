import type { Db } from '#db/schema.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { dayIn } from '#lib/domain/days.ts';
import { setDemoClock } from '#lib/server/clock.ts';
import { importProject } from '#lib/server/commands/import-project.ts';
import type { FileStore } from '#lib/server/files/store.ts';
import { HISTORY } from './history.ts';
import { insertDemoPeople } from './insert-people.ts';
import { playHistory } from './play-history.ts';
import { LOADER } from './record-loading.ts';
import { noteLoaded, noteLoading } from './start-over.ts';

const DAY = '2026-06-15';
const DAY_MS = 86_400_000;

/** The moment of loading on the clock of the demo: the time of day is real, and where the coordinator is it is that day. */
export function demoNow(real: Date): Date {
	const moment = new Date(`${DAY}T${real.toISOString().slice(11)}`);
	return dayIn('Europe/Madrid', moment) === DAY ? moment : new Date(moment.getTime() - DAY_MS);
}

const START = new Date('2023-12-04T09:00:00.000Z');

export interface DemoFiles {
	/** Public facts. */
	facts: string;
	/** The invented plan that fills what is not public. */
	plan: string;
}

/** Loads LESLIE with its sample plan, people and history into an empty installation. */
export async function loadDemo(db: Db, store: FileStore, files: DemoFiles, password: string): Promise<void> {
	const passwordHash = await hashPassword(password);
	await noteLoading(db);
	const projectId = await imported(db, { content: files.facts });
	await imported(db, { content: files.plan, into: 'leslie' });
	await db.transaction().execute((db) => insertDemoPeople(db, projectId, passwordHash, START));
	await playHistory(db, store, projectId, HISTORY);
	await db
		.updateTable('outboxMail')
		.set((eb) => ({ sentAt: eb.ref('createdAt') }))
		.where('projectId', '=', projectId)
		.execute();
	await setDemoClock(db, demoNow(new Date()));
	await noteLoaded(db);
}

async function imported(db: Db, input: { content: string; into?: string }): Promise<string> {
	const result = await importProject(db, LOADER, input, START);
	if (result.ok) return result.projectId;
	throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}
