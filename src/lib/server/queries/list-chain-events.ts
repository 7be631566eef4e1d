import type { Db } from '#db/schema.ts';
import type { AuditEvent } from '#db/schema/audit.ts';

const PAGE = 5000;

/** The events of a chain from the first to the given one, in pages, so that a chain of any length can be read. */
export async function* listChainEvents(db: Db, chain: string, upTo: number): AsyncGenerator<AuditEvent[]> {
	let after = -Infinity;
	for (;;) {
		const page = await readPage(db, chain, after, upTo);
		if (page.length > 0) yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.sequence ?? upTo;
	}
}

function readPage(db: Db, chain: string, after: number, upTo: number): Promise<AuditEvent[]> {
	let events = db
		.selectFrom('auditEvent')
		.selectAll()
		.where('chain', '=', chain)
		.where('sequence', '<=', upTo)
		.orderBy('sequence')
		.limit(PAGE);
	if (after !== -Infinity) events = events.where('sequence', '>', after);
	return events.execute();
}
