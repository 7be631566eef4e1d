import type { Db } from '#db/schema.ts';
import type { AwardingBody, EntryFacts } from '#lib/domain/catalogue/content.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

export interface WeighedEntry extends EntryFacts {
	itemId: string;
	code: string;
	state: string;
}

type ItemIds = readonly string[] | ReturnType<typeof entryIdsOf>;

/** Some entries, no more than a statement takes, or all of a project. */
type Which = { ids: readonly string[] } | { projectId: string };

/** What the criteria ask of many entries, in the order of their ids. Four queries, whatever their number. */
export async function listEntryFacts(db: Db, which: Which): Promise<WeighedEntry[]> {
	if ('ids' in which && which.ids.length === 0) return [];
	const itemIds: ItemIds = 'ids' in which ? which.ids : entryIdsOf(db, which.projectId);
	const owners = await db
		.selectFrom('entry')
		.innerJoin('item', 'item.id', 'entry.itemId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select([
			'item.id as itemId',
			'item.code',
			'item.state',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.name',
			'organisation.country'
		])
		.where('item.id', 'in', itemIds)
		.orderBy('item.id')
		.execute();
	const further = await db
		.selectFrom('entryBody')
		.innerJoin('organisation', 'organisation.id', 'entryBody.organisationId')
		.select([
			'entryBody.itemId',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.name',
			'organisation.country'
		])
		.where('entryBody.itemId', 'in', itemIds)
		.where('entryBody.removedAt', 'is', null)
		.orderBy('entryBody.addedAt')
		.orderBy('organisation.id')
		.execute();
	const elements = await db
		.selectFrom('entryElement')
		.select(['itemId', 'element', 'standing', 'value', 'reason'])
		.where('itemId', 'in', itemIds)
		.where('untilAt', 'is', null)
		.orderBy('element')
		.execute();
	const evidence = await listElementEvidence(db, itemIds);

	const furtherOf = byItem(further);
	const elementsOf = byItem(elements);
	const evidenceOf = byItem(evidence);
	return owners.map(({ itemId, code, state, organisationId, acronym, name, country }) => {
		const owner: AwardingBody[] =
			organisationId === null || acronym === null || name === null || country === null
				? []
				: [{ organisationId, acronym, name, country }];
		return {
			itemId,
			code,
			state,
			content: parseContent(elementsOf.get(itemId) ?? []),
			bodies: [...owner, ...(furtherOf.get(itemId) ?? [])],
			evidence: Object.fromEntries(
				(evidenceOf.get(itemId) ?? []).map(({ element, count }) => [element, count])
			)
		};
	});
}

function entryIdsOf(db: Db, projectId: string) {
	return db
		.selectFrom('item')
		.select('item.id')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry');
}

/** Standing evidence by element; evidence for a requirement of the algorithm that is no element is left out. */
async function listElementEvidence(db: Db, itemIds: ItemIds) {
	const rows = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select((eb) => ['evidenceUse.itemId', 'evidenceUse.requirement', eb.fn.countAll<number>().as('count')])
		.where('evidenceUse.itemId', 'in', itemIds)
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.groupBy(['evidenceUse.itemId', 'evidenceUse.requirement'])
		.orderBy('evidenceUse.itemId')
		.orderBy('evidenceUse.requirement')
		.execute();
	return rows.flatMap(
		({ itemId, requirement, count }): { itemId: string; element: Element; count: number }[] =>
			itemId !== null && requirement !== null && isElement(requirement)
				? [{ itemId, element: requirement, count }]
				: []
	);
}

function byItem<Row extends { itemId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(row.itemId);
		if (group) group.push(row);
		else groups.set(row.itemId, [row]);
	}
	return groups;
}
