import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '#db/connection.ts';
import { pendingMigrations } from '#db/migrate.server.ts';
import { openConnection } from './db.ts';
import { fileStore, incomingFolder } from './files/store.ts';

const KEPT_MS = 1000;
const PATIENCE_MS = 5000;

let kept: { askedAt: number; answer: Promise<string[]> } | undefined;

/** What keeps this server from working, for everybody to read; asked of the database at most once a second. */
export function readiness(): Promise<string[]> {
	if (!kept || performance.now() - kept.askedAt > KEPT_MS)
		kept = { askedAt: performance.now(), answer: inTime(listProblems(openConnection())) };
	return kept.answer;
}

/** Names no host, user or path: the answer is public, the log and `doctor` say more. */
export async function listProblems(connection: Connection): Promise<string[]> {
	const problems = await connection.check();
	if (problems.length > 0) return problems.map((problem) => publicProblem(connection.engine, problem));
	const pending = await pendingMigrations(connection.db).then(
		(names) => names.map((name) => `Migration ${name} is pending`),
		() => ['The database is newer than this program, or cannot be read']
	);
	const store = await access(incomingFolder(fileStore()), constants.W_OK | constants.X_OK).then(
		() => [],
		() => ['The file store cannot be written']
	);
	return [...pending, ...store];
}

function publicProblem(engine: Connection['engine'], problem: string): string {
	return engine === 'sqlite' || /, expected \S+$/.test(problem)
		? problem
		: 'PostgreSQL cannot be reached or written';
}

async function inTime(answer: Promise<string[]>): Promise<string[]> {
	const tooLate = wait(PATIENCE_MS, ['The database does not answer'], { ref: false });
	return Promise.race([answer, tooLate]);
}
