import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { listReviewCandidates } from './list-review-candidates.ts';

/** What every reviewer has to do: assignments on open items, signatures that are due now, and by when the first. */
export async function listReviewerLoad(db: Db, projectId: string, today: Day) {
	const people = await listReviewCandidates(db, projectId, today);
	const rows = await db
		.selectFrom('reviewAssignment')
		.innerJoin('item', 'item.id', 'reviewAssignment.itemId')
		.leftJoin('reviewRound', (join) =>
			join.onRef('reviewRound.itemId', '=', 'item.id').on('reviewRound.closedAt', 'is', null)
		)
		.leftJoin('signature', (join) =>
			join
				.onRef('signature.roundId', '=', 'reviewRound.id')
				.onRef('signature.personId', '=', 'reviewAssignment.personId')
		)
		.select([
			'reviewAssignment.personId',
			'item.kind',
			'item.code',
			'reviewRound.id as roundId',
			'reviewRound.dueOn',
			'signature.id as signatureId'
		])
		.where('reviewAssignment.projectId', '=', projectId)
		.where('reviewAssignment.endedAt', 'is', null)
		.where('reviewAssignment.kind', '=', 'signing')
		.where('item.state', 'not in', [
			'submitted',
			'accepted',
			'declared',
			'withdrawn',
			'merged',
			'replaced',
			'retired'
		])
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	const byPerson = Map.groupBy(rows, (row) => row.personId);
	return people.map((person) => {
		const assigned = byPerson.get(person.personId) ?? [];
		const due = assigned.filter((row) => row.roundId !== null && row.signatureId === null);
		return {
			...person,
			assigned: assigned.map(({ kind, code }) => ({ kind, code })),
			due: due.map(({ kind, code, dueOn }) => ({ kind, code, dueOn })),
			nextDueOn: due.map((row) => row.dueOn).sort()[0] ?? null
		};
	});
}
