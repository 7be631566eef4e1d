import type { Db } from '#db/schema.ts';
import type { AwardingBody, EntryFacts } from '#lib/domain/catalogue/content.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { findItemFacts } from './find-item-facts.ts';

/** An entry with everything its rules ask of it; `undefined` also for an item of another kind. */
export async function findEntryFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const found = await findItemFacts(db, projectId, key);
	if (found?.item.kind !== 'entry') return undefined;
	const { item } = found;
	const entry = await db
		.selectFrom('entry')
		.selectAll()
		.where('itemId', '=', item.id)
		.executeTakeFirstOrThrow();
	const elements = await db
		.selectFrom('entryElement')
		.select(['element', 'version', 'standing', 'value', 'reason', 'setBy', 'setAt'])
		.where('itemId', '=', item.id)
		.where('untilAt', 'is', null)
		.orderBy('element')
		.execute();
	const bodies = await listAwardingBodies(db, item.id);
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

/** The owner first, then the further awarding bodies as they joined. */
async function listAwardingBodies(db: Db, itemId: string): Promise<AwardingBody[]> {
	const columns = [
		'organisation.id as organisationId',
		'organisation.acronym',
		'organisation.name',
		'organisation.country'
	] as const;
	const owner = await db
		.selectFrom('item')
		.innerJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(columns)
		.where('item.id', '=', itemId)
		.execute();
	const further = await db
		.selectFrom('entryBody')
		.innerJoin('organisation', 'organisation.id', 'entryBody.organisationId')
		.select(columns)
		.where('entryBody.itemId', '=', itemId)
		.where('entryBody.removedAt', 'is', null)
		.orderBy('entryBody.addedAt')
		.orderBy('organisation.id')
		.execute();
	return [...owner, ...further];
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
