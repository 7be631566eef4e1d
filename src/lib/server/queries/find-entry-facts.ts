import type { Db } from '#db/schema.ts';
import type { AwardingBody, EntryFacts } from '#lib/domain/catalogue/content.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { opennessOf } from '#lib/domain/public-items.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { selectItem, withPeople } from './find-item-facts.ts';
import { listEntryProofs, type EntryProof } from './list-entry-proofs.ts';

/** An entry with everything its rules ask of it; `undefined` also for an item of another kind. Three queries. */
export async function findEntryFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const rows = await selectEntry(db, projectId, key).execute();
	const found = await withPeople(db, rows[0]);
	if (!found) return undefined;
	const { item } = found;
	const elements = elementsOf(rows);
	const bodies = bodiesOf(rows);
	const proofs = await listEntryProofs(db, item.id);
	const facts: EntryFacts = { content: parseContent(elements), bodies, evidence: countElementProofs(proofs) };
	const { itemId, authorId, ects, publicSince, tokens } = item;
	const { heldFrom, heldUntilOn, heldReason, mergedIntoItemId, endedReason } = item;
	const ends = { heldFrom, heldUntilOn, heldReason, mergedIntoItemId, endedReason };
	const openness = opennessOf({ ...item, disseminationLevel: null, publicSince });
	const organisationIds = [
		...new Set([...(found.subject.organisationIds ?? []), ...bodies.map((one) => one.organisationId)])
	];
	return {
		...found,
		subject: { ...found.subject, organisationIds, ...openness },
		entry: { itemId, authorId, ects, publicSince, tokens, ...ends },
		elements,
		proofs,
		facts
	};
}

export type FoundEntry = NonNullable<Awaited<ReturnType<typeof findEntryFacts>>>;

/** The entry with a row for each present version of an element, and each further awarding body. */
function selectEntry(db: Db, projectId: string, key: { id: string } | { code: string }) {
	return selectItem(db, projectId, key)
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.leftJoin('entryElement as held', (join) =>
			join.onRef('held.itemId', '=', 'item.id').on('held.untilAt', 'is', null)
		)
		.leftJoin('entryBody', (join) =>
			join.onRef('entryBody.itemId', '=', 'item.id').on('entryBody.removedAt', 'is', null)
		)
		.leftJoin('organisation as keeper', 'keeper.id', 'workPackage.leadOrganisationId')
		.leftJoin('organisation as body', 'body.id', 'entryBody.organisationId')
		.selectAll('entry')
		.select(['held.element', 'held.version as elementVersion', 'held.standing', 'held.value'])
		.select(['held.reason', 'held.setBy', 'held.setAt'])
		.select(['body.id as bodyId', 'body.acronym as bodyAcronym', 'body.name as bodyName'])
		.select(['body.country as bodyCountry', 'keeper.id as keeperId', 'keeper.acronym as keeperAcronym'])
		.orderBy('held.element')
		.orderBy('entryBody.addedAt')
		.orderBy('body.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEntry>['execute']>>[number];

function elementsOf(rows: readonly Row[]) {
	return rows
		.filter(({ bodyId }) => bodyId === rows[0]?.bodyId)
		.flatMap(({ element, elementVersion: version, standing, value, reason, setBy, setAt }) =>
			element === null ||
			version === null ||
			standing === null ||
			value === null ||
			reason === null ||
			setAt === null
				? []
				: [{ element, version, standing, value, reason, setBy, setAt }]
		);
}

/** The owner first, then the further awarding bodies as they joined. */
function bodiesOf(rows: readonly Row[]): AwardingBody[] {
	const [item] = rows;
	if (!item) return [];
	const { leadOrganisationId, leadAcronym: acronym, leadName: name, leadCountry: country } = item;
	const isOwned = leadOrganisationId !== null && acronym !== null && name !== null && country !== null;
	const further = rows
		.filter(({ element }) => element === item.element)
		.flatMap(({ bodyId, bodyAcronym: acronym, bodyName: name, bodyCountry: country }) =>
			bodyId === null || acronym === null || name === null || country === null
				? []
				: [{ organisationId: bodyId, acronym, name, country }]
		);
	return [...(isOwned ? [{ organisationId: leadOrganisationId, acronym, name, country }] : []), ...further];
}

/** Standing evidence by element; evidence for a requirement of the algorithm that is no element is left out. */
function countElementProofs(proofs: readonly EntryProof[]): Partial<Record<Element, number>> {
	const counts: Partial<Record<Element, number>> = {};
	for (const { requirement } of proofs)
		if (requirement !== null && isElement(requirement)) counts[requirement] = (counts[requirement] ?? 0) + 1;
	return counts;
}
