import type { Db } from '#db/schema.ts';

/** What sample data means in one project: invented records, and everything that the people of the demo did. */
export interface SampleScope {
	projectId: string;
	/** People of the demo who belong to this project. */
	people: readonly string[];
	/** Invented items, and entered ones that people of the demo worked on: their history goes, so they start again. */
	cleared: readonly string[];
	/** The invented ones among them, which go altogether. */
	items: readonly string[];
}

export async function findSampleScope(db: Db, projectId: string): Promise<SampleScope> {
	const people = await ids(
		db
			.selectFrom('membership')
			.innerJoin('person', 'person.id', 'membership.personId')
			.select('person.id')
			.distinct()
			.where('membership.projectId', '=', projectId)
			.where('person.origin', '=', 'sample')
			.execute()
	);
	const items = await ids(
		db
			.selectFrom('item')
			.select('id')
			.where('projectId', '=', projectId)
			.where('origin', '=', 'sample')
			.execute()
	);
	const given = people.length === 0 ? [] : await findGiven(db, projectId, people);
	items.push(...given.filter((id) => !items.includes(id)));
	const touched = people.length === 0 ? [] : await findTouched(db, projectId, people);
	return { projectId, people, items, cleared: [...new Set([...items, ...touched])] };
}

/** Actions that people of the demo gave: nobody real asked for them. */
function findGiven(db: Db, projectId: string, people: readonly string[]): Promise<string[]> {
	return ids(
		db
			.selectFrom('actionStep')
			.select('itemId as id')
			.where('projectId', '=', projectId)
			.where('number', '=', 1)
			.where('takenBy', 'in', people)
			.execute()
	);
}

/** Entered items with a version, a round, an assignment, a signature or evidence of somebody of the demo. */
async function findTouched(db: Db, projectId: string, people: readonly string[]): Promise<string[]> {
	const rows = await db
		.selectFrom('itemVersion')
		.select('itemId')
		.where('projectId', '=', projectId)
		.where('createdBy', 'in', people)
		.union(
			db
				.selectFrom('reviewRound')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where('openedBy', 'in', people)
		)
		.union(
			db
				.selectFrom('reviewAssignment')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where((eb) =>
					eb.or([eb('personId', 'in', people), eb('assignedBy', 'in', people), eb('endedBy', 'in', people)])
				)
		)
		.union(
			db
				.selectFrom('signature')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where('personId', 'in', people)
		)
		.union(
			db
				.selectFrom('reviewComment')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where((eb) => eb.or([eb('authorId', 'in', people), eb('answeredBy', 'in', people)]))
		)
		.union(
			db
				.selectFrom('evidenceUse')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where('usedBy', 'in', people)
		)
		.union(
			db
				.selectFrom('portalEvent')
				.select('itemId')
				.where('projectId', '=', projectId)
				.where('recordedBy', 'in', people)
		)
		.union(
			db
				.selectFrom('deliverable')
				.innerJoin('item', 'item.id', 'deliverable.itemId')
				.select('deliverable.itemId')
				.where('item.projectId', '=', projectId)
				.where((eb) => eb.or([eb('lateJustifiedBy', 'in', people), eb('publicCheckedBy', 'in', people)]))
		)
		.execute();
	return rows.map(({ itemId }) => itemId);
}

async function ids(rows: Promise<{ id: string }[]>): Promise<string[]> {
	return (await rows).map(({ id }) => id);
}
