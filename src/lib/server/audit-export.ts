import type { Db } from '#db/schema.ts';
import type { AuditEvent } from '#db/schema/audit.ts';
import { canonicalFields } from '#lib/domain/audit-chain.ts';
import { listChainEvents } from './queries/list-chain-events.ts';
import { findChainHead } from './queries/verify-chain.ts';

/** What an export says of itself in its first line; the head can be noted and compared later. */
interface ExportHeader {
	project: string;
	chain: string;
	exportedAt: string;
	sequence: number;
	head: string;
}

/** A chain as JSON Lines: a header, then every event as it was hashed, with its hash. `docs/verify-audit.mjs` checks it. */
export async function* exportChain(
	db: Db,
	about: { project: string; chain: string },
	now: Date
): AsyncGenerator<string> {
	const { sequence, hash: head } = await findChainHead(db, about.chain);
	const header: ExportHeader = { ...about, exportedAt: now.toISOString(), sequence, head };
	yield `${JSON.stringify(header)}\n`;
	for await (const page of listChainEvents(db, about.chain, sequence)) yield page.map(lineOf).join('');
}

function lineOf(event: AuditEvent): string {
	return `${JSON.stringify({ ...canonicalFields(event), hash: event.hash })}\n`;
}
