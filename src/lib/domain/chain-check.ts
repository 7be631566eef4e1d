import { CHAIN_START, type ChainedEvent } from './audit-chain.ts';

/** A place in a chain that can be written down outside the database: how far it went, and its hash there. */
export interface ChainHead {
	sequence: number;
	hash: string;
}

/**
 * Why a chain cannot be believed, at its first bad event: `edited` it was changed after it was written, `missing` there is a
 * gap or the end was cut off, `out-of-order` it does not follow the event before it (put in, moved, or hashed anew),
 * `head` the chain does not end where its head says.
 */
export interface ChainBreak {
	problem: 'edited' | 'missing' | 'out-of-order' | 'head';
	sequence: number;
}

/** The reason given when somebody asked to verify and the chain is broken. */
export type ChainReason = { code: 'chain-broken' } & ChainBreak;

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: CHAIN_START };

/** Whether an event, with the hash its content really has, goes on from `before`. */
export function linkBreak(
	before: ChainHead,
	event: ChainedEvent & { hash: string },
	contentHash: string
): ChainBreak | null {
	const next = before.sequence + 1;
	if (event.sequence > next) return { problem: 'missing', sequence: next };
	if (event.sequence < next) return { problem: 'out-of-order', sequence: event.sequence };
	if (contentHash !== event.hash) return { problem: 'edited', sequence: next };
	if (event.previousHash !== before.hash) return { problem: 'out-of-order', sequence: next };
	return null;
}

/** Whether the chain ends where its head says. `last` is what was found, `beyond` the highest event of all. */
export function headBreak(
	head: ChainHead,
	last: ChainHead,
	beyond: ChainHead['sequence']
): ChainBreak | null {
	if (last.sequence < head.sequence) return { problem: 'missing', sequence: last.sequence + 1 };
	if (last.hash !== head.hash) return { problem: 'head', sequence: head.sequence };
	return beyond > head.sequence ? { problem: 'head', sequence: head.sequence + 1 } : null;
}
