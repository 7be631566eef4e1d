import type { Db } from '#db/schema.ts';
import type { AwardingBody, EntryFacts } from '#lib/domain/catalogue/content.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { findItemFacts, type ItemFacts } from './find-item-facts.ts';

/** An entry with everything its rules ask of it; `undefined` also for an item of another kind. */
export async function findEntryFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const found = await findItemFacts(db, projectId, key);
	if (found?.item.kind !== 'entry') return undefined;
	const { item } = found;
	const { entry, elements } = await readContent(db, item.id);
	const bodies = await listAwardingBodies(db, item);
	const facts: EntryFacts = {
		content: parseContent(elements),
		bodies,
		evidence: await countElementEvidence(db, item.id)
	};
	const isPublic = isPublicItem({ ...item, disseminationLevel: null, publicSince: entry.publicSince });
	const organisationIds = [
		...new Set([...(found.subject.organisationIds ?? []), ...bodies.map((one) => one.organisationId)])
	];
	const subject = { ...found.subject, organisationIds, isPublic };
	return { ...found, subject, entry, elements, facts };
}

export type FoundEntry = NonNullable<Awaited<ReturnType<typeof findEntryFacts>>>;

/** The entry and the present versions of its elements, in one query. */
async function readContent(db: Db, itemId: string) {
	const rows = await db
		.selectFrom('entry')
		.leftJoin('entryElement as held', (join) =>
			join.onRef('held.itemId', '=', 'entry.itemId').on('held.untilAt', 'is', null)
		)
		.selectAll('entry')
		.select(['held.element', 'held.version', 'held.standing', 'held.value', 'held.reason'])
		.select(['held.setBy', 'held.setAt'])
		.where('entry.itemId', '=', itemId)
		.orderBy('held.element')
		.execute();
	const [first] = rows;
	if (!first) throw new NotFound();
	const elements = rows.flatMap(({ element, version, standing, value, reason, setBy, setAt }) =>
		element === null ||
		version === null ||
		standing === null ||
		value === null ||
		reason === null ||
		setAt === null
			? []
			: [{ element, version, standing, value, reason, setBy, setAt }]
	);
	const { itemId: id, authorId, ects, publicSince, tokens } = first;
	const { heldFrom, heldUntilOn, heldReason, mergedIntoItemId, endedReason } = first;
	const ends = { heldFrom, heldUntilOn, heldReason, mergedIntoItemId, endedReason };
	const entry = { itemId: id, authorId, ects, publicSince, tokens, ...ends };
	return { entry, elements };
}

type Owned = Pick<
	ItemFacts['item'],
	'id' | 'leadOrganisationId' | 'leadAcronym' | 'leadName' | 'leadCountry'
>;

/** The owner first, then the further awarding bodies as they joined. */
async function listAwardingBodies(db: Db, item: Owned): Promise<AwardingBody[]> {
	const { leadOrganisationId, leadAcronym: acronym, leadName: name, leadCountry: country } = item;
	const isOwned = leadOrganisationId !== null && acronym !== null && name !== null && country !== null;
	const further = await db
		.selectFrom('entryBody')
		.innerJoin('organisation', 'organisation.id', 'entryBody.organisationId')
		.select([
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.name',
			'organisation.country'
		])
		.where('entryBody.itemId', '=', item.id)
		.where('entryBody.removedAt', 'is', null)
		.orderBy('entryBody.addedAt')
		.orderBy('organisation.id')
		.execute();
	return [...(isOwned ? [{ organisationId: leadOrganisationId, acronym, name, country }] : []), ...further];
}

/** Standing evidence by element; evidence for a requirement of the algorithm that is no element is left out. */
async function countElementEvidence(db: Db, itemId: string): Promise<Partial<Record<Element, number>>> {
	const rows = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select((eb) => ['evidenceUse.requirement', eb.fn.countAll<number>().as('count')])
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.where('evidenceUse.requirement', 'is not', null)
		.groupBy('evidenceUse.requirement')
		.orderBy('evidenceUse.requirement')
		.execute();
	return Object.fromEntries(
		rows.flatMap(({ requirement, count }) =>
			requirement !== null && isElement(requirement) ? [[requirement, count] as const] : []
		)
	);
}
