import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { connect } from '#db/connect.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { minutesLater, withMailBench } from '#tests/support/mail-bench.ts';

const WORKER = fileURLToPath(new URL('../../support/mail-worker.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'leslie-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));

function runWorker(dataDir: string, url: string, minutes: number, step: string): Promise<string | null> {
	const args = [WORKER, dataDir, url, minutesLater(minutes).toISOString(), step];
	return new Promise((resolve) => {
		const worker = execFile(process.execPath, args, () => resolve(worker.signalCode));
	});
}

/** Three mails; the first process is killed at the step, the second finds what it left. */
async function killedAt(step: string, slowMs = 0) {
	const dataDir = join(folder, step);
	const { db, close } = await connect({ dataDir, databaseUrl: '' });
	await migrate(db);
	return withMailBench(db, { slowMs }, async ({ queue, sink }) => {
		for (const kind of ['ball', 'action-created', 'due-broken'] as const) await queue({ kind });
		expect(await runWorker(dataDir, sink.url, 2, step)).toBe('SIGKILL');
		const before = sink.received.length;
		// The claim of the dead one still holds: nobody sends that letter, the others go out.
		await runWorker(dataDir, sink.url, 3, '');
		await runWorker(dataDir, sink.url, 10, '');
		const letters = await db
			.selectFrom('mailLetter')
			.select(['id', 'state', 'doubtful'])
			.orderBy('id')
			.execute();
		const ids = sink.received.map((mail) => mail.messageId);
		return { before, ids, different: new Set(ids).size, letters };
	}).finally(close);
}

test.each(['start', 'made', 'claimed', 'marked'])(
	'a sender killed at the step “%s” loses no mail and doubles none',
	async (step) => {
		const { ids, different, letters } = await killedAt(step);
		expect(ids).toHaveLength(3);
		expect(different).toBe(3);
		expect(letters.map((letter) => letter.state)).toEqual(['sent', 'sent', 'sent']);
	}
);

test.each([
	['accepted', 0],
	['in-flight', 400]
])(
	'killed between the answer of the mail server and its own note (“%s”), a sender loses none, and what comes twice has the same Message-ID',
	async (step, slowMs) => {
		const { before, ids, different, letters } = await killedAt(step, slowMs);
		expect(before).toBeLessThanOrEqual(1);
		expect(different).toBe(3);
		expect(ids.length).toBeLessThanOrEqual(4);
		expect(letters.map((letter) => letter.state)).toEqual(['sent', 'sent', 'sent']);
		expect(letters.reduce((sum, letter) => sum + letter.doubtful, 0)).toBe(1);
	}
);
