import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addRecordEvidence } from './add-record-evidence.ts';
import type { EvidenceOf } from './evidence-of.ts';

/**
 * Lets evidence stand behind a reported number. One list counts once: what stands behind the number of another
 * organisation for the same indicator, by its bytes or its address, is refused.
 */
export function proveActual(
	db: Db,
	actor: Actor,
	actualId: string,
	evidenceOf: EvidenceOf,
	now: Date
): Promise<{ label: string }> {
	const uncounted = async (db: Db) => {
		const ids = await evidenceOf(db);
		const counted = await listCounted(db, actor.projectId, actualId, ids);
		if (counted.length > 0)
			throw new Refusal(
				counted.map(({ name, organisation }) => ({ code: 'evidence-counted', name, organisation }))
			);
		return ids;
	};
	return addRecordEvidence(db, actor, { type: 'actual', id: actualId }, uncounted, now);
}

function listCounted(db: Db, projectId: string, actualId: string, ids: readonly string[]) {
	return db
		.selectFrom('indicatorActual as mine')
		.innerJoin('indicatorActual as other', (join) =>
			join
				.onRef('other.indicatorId', '=', 'mine.indicatorId')
				.onRef('other.organisationId', '!=', 'mine.organisationId')
				.on('other.replacedAt', 'is', null)
		)
		.innerJoin('recordEvidence as use', (join) =>
			join.onRef('use.recordId', '=', 'other.id').on('use.removedAt', 'is', null)
		)
		.innerJoin('evidence as there', 'there.id', 'use.evidenceId')
		.innerJoin('evidence as given', (join) =>
			join.on((eb) =>
				eb.or([
					eb('given.id', '=', eb.ref('there.id')),
					eb('given.sha256', '=', eb.ref('there.sha256')),
					eb('given.url', '=', eb.ref('there.url'))
				])
			)
		)
		.innerJoin('organisation', 'organisation.id', 'other.organisationId')
		.select(['given.name', 'organisation.acronym as organisation'])
		.distinct()
		.where('mine.id', '=', actualId)
		.where('mine.projectId', '=', projectId)
		.where('use.recordType', '=', 'actual')
		.where('given.id', 'in', ['', ...ids])
		.orderBy('organisation.acronym')
		.orderBy('given.name')
		.execute();
}
