import type { Db } from '#db/schema.ts';
import { canonicalEvent } from '#lib/domain/audit-chain.ts';
import {
	EMPTY_CHAIN,
	headBreak,
	linkBreak,
	type ChainBreak,
	type ChainHead
} from '#lib/domain/chain-check.ts';
import { sha256 } from '#lib/server/ids.ts';
import { listChainEvents } from './list-chain-events.ts';

export interface ChainReport {
	chain: string;
	/** Where the chain ended when it was looked at. */
	head: ChainHead;
	broken: ChainBreak | null;
	/** Whether the chain went through the noted head; false when none was given. */
	anchored: boolean;
}

/**
 * Follows a chain from its first event to the head it has now. Only an `anchor`, a head noted outside the database, shows
 * that nothing was cut off or rewritten before.
 */
export async function verifyChain(db: Db, chain: string, anchor?: ChainHead): Promise<ChainReport> {
	const head = await findChainHead(db, chain);
	let last = EMPTY_CHAIN;
	let anchored = anchor?.sequence === 0 && anchor.hash === EMPTY_CHAIN.hash;
	for await (const page of listChainEvents(db, chain, head.sequence)) {
		for (const event of page) {
			const broken = linkBreak(last, event, sha256(canonicalEvent(event)));
			if (broken) return { chain, head, broken, anchored };
			last = { sequence: event.sequence, hash: event.hash };
			anchored ||= anchor?.sequence === last.sequence && anchor.hash === last.hash;
		}
	}
	const broken = headBreak(head, last, await findLastSequence(db, chain));
	return { chain, head, broken, anchored };
}

export async function findChainHead(db: Db, chain: string): Promise<ChainHead> {
	const head = await db
		.selectFrom('auditHead')
		.select(['sequence', 'hash'])
		.where('chain', '=', chain)
		.executeTakeFirst();
	return head ?? EMPTY_CHAIN;
}

/** Every chain there is, also one whose head or whose events were removed. */
export async function listChains(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom('auditEvent')
		.select('chain')
		.union(db.selectFrom('auditHead').select('chain'))
		.orderBy('chain')
		.execute();
	return rows.map((row) => row.chain);
}

/** The highest event, unless somebody wrote on meanwhile: then the head has moved with it. */
async function findLastSequence(db: Db, chain: string): Promise<number> {
	const row = await db
		.selectFrom('auditEvent')
		.leftJoin('auditHead', 'auditHead.chain', 'auditEvent.chain')
		.select((eb) => eb.fn.max('auditEvent.sequence').as('last'))
		.where('auditEvent.chain', '=', chain)
		.where((eb) =>
			eb.or([
				eb('auditHead.sequence', 'is', null),
				eb('auditEvent.sequence', '>', eb.ref('auditHead.sequence'))
			])
		)
		.executeTakeFirst();
	return row?.last ?? 0;
}
