import { connect } from '#db/connect.server.ts';
import type { Db } from '#db/schema.ts';
import { listIncoming, makeFileStore } from '#lib/server/files/store.ts';
import { listDamagedFiles } from '#lib/server/files/verify-files.ts';
import { listChains, verifyChain } from '#lib/server/queries/verify-chain.ts';
import type { Acknowledged } from './writers.ts';

interface Place {
	dataDir: string;
	databaseUrl: string;
}

/** Numbers that only stay in step when no transaction was half applied. */
export interface Steps {
	/** Files and links, their uses for a means, and the audit events of linking one. */
	evidence: number;
	uses: number;
	linkings: number;
	/** Moves of a forecast and their audit events. */
	moves: number;
	movings: number;
	/** Sessions, of which some end again, and their audit events. */
	sessions: number;
	signIns: number;
}

export async function withConnection<T>(place: Place, use: (db: Db) => Promise<T>): Promise<T> {
	const { db, close } = await connect(place);
	return use(db).finally(close);
}

export async function countSteps(db: Db): Promise<Steps> {
	const countAll = async (table: 'evidence' | 'evidenceUse' | 'dateMove' | 'session') => {
		const counted = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'));
		return (await counted.executeTakeFirstOrThrow()).n;
	};
	const countActs = async (act: string) => {
		const counted = db.selectFrom('auditEvent').select((eb) => eb.fn.countAll<number>().as('n'));
		return (await counted.where('act', '=', act).where('outcome', '=', 'done').executeTakeFirstOrThrow()).n;
	};
	return {
		evidence: await countAll('evidence'),
		uses: await countAll('evidenceUse'),
		linkings: await countActs('milestone:evidence'),
		moves: await countAll('dateMove'),
		movings: await countActs('item:forecast'),
		sessions: await countAll('session'),
		signIns: await countActs('session:start')
	};
}

/** The same without those who signed in to try something. */
export async function countWork(db: Db): Promise<Partial<Steps>> {
	const { sessions: _, signIns: __, ...work } = await countSteps(db);
	return work;
}

/** A sign-in that a crash cut short stays counted as failed, and so many in a row would lock the writers out. */
export async function forgetThrottling(db: Db): Promise<void> {
	await db.deleteFrom('signInThrottle').execute();
}

/** Everything that is wrong after a crash, in words; empty when nothing is. */
export async function listDamage(
	place: Place,
	before: Steps,
	noted: readonly Acknowledged[]
): Promise<string[]> {
	return withConnection(place, async (db) => {
		const now = await countSteps(db);
		const added = (name: keyof Steps) => now[name] - before[name];
		const halves = [
			added('evidence') === added('uses')
				? []
				: `${added('evidence')} pieces of evidence, ${added('uses')} uses`,
			added('uses') === added('linkings') ? [] : `${added('uses')} uses, ${added('linkings')} events`,
			added('moves') === added('movings') ? [] : `${added('moves')} moves, ${added('movings')} events`,
			added('sessions') <= added('signIns') ? [] : `${added('sessions')} sessions, ${added('signIns')} events`
		].flat();
		const chains: string[] = [];
		for (const chain of await listChains(db)) {
			const { broken } = await verifyChain(db, chain);
			if (broken) chains.push(`chain ${chain} is broken at event ${broken.sequence}: ${broken.problem}`);
		}
		const store = await makeFileStore(place.dataDir);
		const { damaged } = await listDamagedFiles(db, store);
		const files = damaged.map(({ sha256, problem }) => `file ${sha256} is ${problem}`);
		return [...(await listLost(db, noted)), ...halves, ...chains, ...files];
	});
}

/** What an interrupted upload left; a start removes it after a day. */
export async function countIncoming({ dataDir }: Place): Promise<number> {
	return (await listIncoming(await makeFileStore(dataDir), 0)).length;
}

async function listLost(db: Db, noted: readonly Acknowledged[]): Promise<string[]> {
	const names = await db.selectFrom('evidence').select('name').execute();
	const reasons = await db.selectFrom('dateMove').select('reasonText').execute();
	const sessions = await db.selectFrom('session').select('id').execute();
	const kept = {
		upload: new Set(names.map(({ name }) => name)),
		link: new Set(names.map(({ name }) => name)),
		forecast: new Set(reasons.map(({ reasonText }) => reasonText)),
		'sign-in': new Set(sessions.map(({ id }) => id))
	};
	return noted
		.filter(({ kind, mark }) => !kept[kind].has(mark))
		.map(({ kind, mark }) => `${kind} ${mark} is lost`);
}
