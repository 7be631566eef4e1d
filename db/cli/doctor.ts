import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { errorText } from '#db/error-text.ts';
import { isAtLeast } from '#db/is-at-least.ts';
import { pendingMigrations } from '#db/migrate.server.ts';
import { LAST_BACKUP } from '#lib/server/backup/create-backup.ts';
import { countStrays } from '#lib/server/files/count-strays.ts';
import { makeFileStore } from '#lib/server/files/store.ts';
import { mailServer } from '#lib/server/mail/smtp.ts';
import { countMail } from '#lib/server/queries/list-mails.ts';
import { assertNoArguments, type CommandContext } from './command.ts';

export const usage = '';
export const summary = 'check this machine, the folders and the database, and say what is wrong';

const OLDEST_NODE = '22.18.0';
/** The first edition in which all of Kazakhstan is at UTC+5. */
const OLDEST_TIME_ZONES = '2024a';
const LEAST_FREE_MIB = 512;

interface Finding {
	ok: boolean;
	detail: string;
}

/** Writes, syncs and renames, as the store of files does. */
async function tryWriting(folder: string): Promise<Finding> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const probe = join(folder, `.doctor-${process.pid}`);
	const file = await open(probe, 'w');
	try {
		await file.writeFile('doctor');
		await file.sync();
		await rename(probe, `${probe}-renamed`);
	} finally {
		await file.close();
		await rm(probe, { force: true });
		await rm(`${probe}-renamed`, { force: true });
	}
	return { ok: true, detail: `${folder} can be written` };
}

async function freeDisk(folder: string): Promise<Finding> {
	const { bavail, bsize } = await statfs(folder);
	const free = Math.floor((bavail * bsize) / 2 ** 20);
	return { ok: free >= LEAST_FREE_MIB, detail: `${free} MiB free, at least ${LEAST_FREE_MIB} needed` };
}

function timeZones(): Finding {
	const edition = process.versions.tz ?? 'unknown';
	return {
		ok: edition !== 'unknown' && isAtLeast(edition, OLDEST_TIME_ZONES),
		detail: `time zone data ${edition}, at least ${OLDEST_TIME_ZONES} needed`
	};
}

async function problemsOf(context: CommandContext): Promise<Finding> {
	const problems = await (await context.connect()).check();
	return { ok: problems.length === 0, detail: problems.join('; ') || 'can be written, settings are safe' };
}

async function migrationsOf(context: CommandContext): Promise<Finding> {
	const pending = await pendingMigrations((await context.connect()).db);
	return {
		ok: pending.length === 0,
		detail: pending.length === 0 ? 'none' : `${pending.join(', ')}: run migrate`
	};
}

function checks(context: CommandContext): Record<string, () => Finding | Promise<Finding>> {
	const { dataDir } = context.environment;
	return {
		'Node.js': () => ({
			ok: isAtLeast(process.versions.node, OLDEST_NODE),
			detail: `${process.versions.node}, at least ${OLDEST_NODE} needed`
		}),
		'time zones': timeZones,
		'data folder': () => tryWriting(dataDir),
		'file store': () => tryWriting(join(dataDir, 'files')),
		'free disk': () => freeDisk(dataDir),
		engine: async () => ({ ok: true, detail: await (await context.connect()).version() }),
		database: () => problemsOf(context),
		'pending migrations': () => migrationsOf(context),
		'stored files': () => storedFiles(context),
		'last backup': () => lastBackup(context),
		mail: () => mailState(context)
	};
}

async function storedFiles(context: CommandContext): Promise<Finding> {
	const store = await makeFileStore(context.environment.dataDir);
	const { known, missing, unknown, abandoned } = await countStrays((await context.connect()).db, store);
	return {
		ok: missing === 0,
		detail: `${known} known, ${missing} missing, ${unknown} that nothing refers to, ${abandoned} abandoned uploads`
	};
}

async function lastBackup(context: CommandContext): Promise<Finding> {
	const { db } = await context.connect();
	const note = await db
		.selectFrom('setting')
		.select('value')
		.where('key', '=', LAST_BACKUP)
		.executeTakeFirst();
	return { ok: true, detail: note?.value ?? 'none yet: npm run -s cli -- backup DIR' };
}

/** A mail server that is not set up is no fault; one that does not answer, and mails that it refused, are. */
async function mailState(context: CommandContext): Promise<Finding> {
	const { mail } = context.environment;
	const counts = await countMail((await context.connect()).db);
	const said = `${counts.waiting} waiting, ${counts.failed} failed for good`;
	if (mail === null) return { ok: true, detail: `SMTP_URL is not set, nothing is sent; ${said}` };
	const problem = await mailServer(mail).check();
	return {
		ok: problem === undefined && counts.failed === 0,
		detail: `${mail.host}:${mail.port} ${problem === undefined ? 'answers' : `does not take mail: ${problem}`}; ${said}`
	};
}

async function find(check: () => Finding | Promise<Finding>): Promise<Finding> {
	try {
		return await check();
	} catch (error) {
		return { ok: false, detail: errorText(error) };
	}
}

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	assertNoArguments(args);
	let allWell = true;
	for (const [name, check] of Object.entries(checks(context))) {
		const finding = await find(check);
		context.print(`${finding.ok ? 'ok  ' : 'FAIL'}  ${name}: ${finding.detail}`);
		allWell &&= finding.ok;
	}
	return allWell;
}
