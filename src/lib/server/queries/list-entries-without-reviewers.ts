import type { Db } from '#db/schema.ts';
import { findAlgorithm } from './find-algorithm.ts';

/** Entries whose next step is a quality check for which too few reviewers are asked. Two queries. */
export async function listEntriesWithoutReviewers(db: Db, projectId: string) {
	const { algorithm } = await findAlgorithm(db, projectId);
	const needed = new Map(
		algorithm.steps.flatMap((step, index) => {
			const before = algorithm.steps[index - 1];
			return step.actor === 'reviewer' && before ? [[before.state, step.signatures ?? 1] as const] : [];
		})
	);
	if (needed.size === 0) return { algorithm, entries: [] };
	const rows = await db
		.selectFrom('item')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select((eb) => [
			'item.id',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'item.origin',
			'item.agreedOn as due',
			'organisation.acronym as lead',
			eb
				.selectFrom('reviewAssignment')
				.select((asked) => asked.fn.countAll<number>().as('count'))
				.whereRef('reviewAssignment.itemId', '=', 'item.id')
				.where('reviewAssignment.endedAt', 'is', null)
				.where('reviewAssignment.kind', '=', 'signing')
				.as('assigned')
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.state', 'in', [...needed.keys()])
		.orderBy('item.code')
		.execute();
	const entries = rows
		.map((row) => ({ ...row, assigned: Number(row.assigned ?? 0), needed: needed.get(row.state) ?? 1 }))
		.filter(({ assigned, needed }) => assigned < needed);
	return { algorithm, entries };
}
