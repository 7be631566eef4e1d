import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Fall } from '#lib/domain/evidence-graph.ts';
import { READ_RECORD } from '#lib/domain/records.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { RecordUse } from './list-record-uses.ts';

/** Records that a piece of evidence stands for, as far as the actor reads them, and what its withdrawal does to each. */
export async function listFallingRecords(
	db: Db,
	actor: Actor,
	evidenceId: string,
	recordUses: readonly RecordUse[]
) {
	const uses = recordUses.filter(
		({ recordType, facts }) => can(actor, READ_RECORD[recordType], facts.subject).ok
	);
	if (uses.length === 0) return [];
	const others = await db
		.selectFrom('recordEvidence as use')
		.innerJoin('evidence', 'evidence.id', 'use.evidenceId')
		.select(['use.recordType', 'use.recordId'])
		.where(
			'use.recordId',
			'in',
			uses.map(({ recordId }) => recordId)
		)
		.where('use.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.where('evidence.id', '!=', evidenceId)
		.orderBy('use.id')
		.execute();
	return uses.map(({ id, recordType, recordId, label, title, path, usedAt, usedBy }) => {
		const isAlone = !others.some((one) => one.recordType === recordType && one.recordId === recordId);
		const fall: Fall = isAlone ? 'bare' : 'weaker';
		return { id, label, title, path, usedAt, usedBy, fall };
	});
}
