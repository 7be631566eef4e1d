import type { Db } from '#db/schema.ts';
import { appendAudit } from '#lib/server/audit.ts';
import { NOW } from './a-project.ts';

/** As many events as asked for, on a chain of the given name. */
export async function aChain(db: Db, chain: string, length: number): Promise<void> {
	const actor = { personId: null, name: 'Айгүл Оспанова', organisationId: null };
	for (let number = 1; number <= length; number++) {
		const record = { type: 'deliverable', id: `id-${number % 3}`, label: `D1.${number % 3}` };
		const details = { number, note: 'ʻ"\\ \u2028 😀' };
		const entry = { chain, actor, act: 'deliverable:edit', record, details };
		await db.transaction().execute((db) => appendAudit(db, entry, NOW));
	}
}
