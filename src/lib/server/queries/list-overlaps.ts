import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { alikeness } from '#lib/domain/catalogue/overlap-rules.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

/** Pairs on one page. */
const PAGE_SIZE = 10;
const Words = v.array(v.string());

interface Asked {
	/** `open`: what waits for a decision · `decided`: what was decided. */
	show: 'open' | 'decided';
	/** Code of an entry that all of them concern. */
	entry: string | null;
	/** Also what does not concern the actor's own part. */
	all: boolean;
	/** Which page of so many is asked for, from 1. */
	page: (total: number, size: number) => number;
}

/** Pairs of entries that say much the same, the most alike first, each with what both say. */
export async function listOverlaps(db: Db, actor: Actor, { show, entry, all, page }: Asked) {
	const rows = await selectPairs(db, actor.projectId)
		.where('overlap.decision', show === 'open' ? 'is' : 'is not', null)
		.orderBy('overlap.score', 'desc')
		.orderBy('overlap.id')
		.execute();
	const concerned = rows.filter(
		(row) =>
			(entry === null || row.firstCode === entry || row.secondCode === entry) &&
			(all || entry !== null || isOwn(actor, row))
	);
	const at = page(concerned.length, PAGE_SIZE);
	const shown = concerned.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
	const contents = await contentsOf(
		db,
		shown.flatMap(({ firstItemId, secondItemId }) => [firstItemId, secondItemId])
	);
	return {
		total: concerned.length,
		page: at,
		pageSize: PAGE_SIZE,
		hidden: entry === null ? rows.length - concerned.length : 0,
		overlaps: shown.map(({ shared, ...row }) => ({
			id: row.id,
			score: row.score,
			foundAt: row.foundAt,
			alike: alikeness(contents.get(row.firstItemId) ?? {}, contents.get(row.secondItemId) ?? {}),
			decision: row.decision,
			reason: row.reason,
			decidedAt: row.decidedAt,
			decidedBy: row.decidedBy,
			shared: v.parse(Words, JSON.parse(shared)),
			mayDecide: can(actor, 'overlap:decide', {
				workPackageIds: row.firstPackage === row.secondPackage ? [row.firstPackage] : []
			}).ok,
			entries: [
				{
					id: row.firstItemId,
					code: row.firstCode,
					title: row.firstTitle,
					state: row.firstState,
					origin: row.firstOrigin,
					acronym: row.firstAcronym,
					country: row.firstCountry,
					...saidBy(contents.get(row.firstItemId))
				},
				{
					id: row.secondItemId,
					code: row.secondCode,
					title: row.secondTitle,
					state: row.secondState,
					origin: row.secondOrigin,
					acronym: row.secondAcronym,
					country: row.secondCountry,
					...saidBy(contents.get(row.secondItemId))
				}
			]
		}))
	};
}

function selectPairs(db: Db, projectId: string) {
	return db
		.selectFrom('entryOverlap as overlap')
		.innerJoin('item as first', 'first.id', 'overlap.firstItemId')
		.innerJoin('item as second', 'second.id', 'overlap.secondItemId')
		.leftJoin('organisation as firstOwner', 'firstOwner.id', 'first.leadOrganisationId')
		.leftJoin('organisation as secondOwner', 'secondOwner.id', 'second.leadOrganisationId')
		.leftJoin('person', 'person.id', 'overlap.decidedBy')
		.select([
			'overlap.id',
			'overlap.score',
			'overlap.shared',
			'overlap.foundAt',
			'overlap.decision',
			'overlap.reason',
			'overlap.decidedAt',
			'overlap.firstItemId',
			'overlap.secondItemId',
			'person.name as decidedBy',
			'first.code as firstCode',
			'first.title as firstTitle',
			'first.state as firstState',
			'first.origin as firstOrigin',
			'first.workPackageId as firstPackage',
			'first.leadOrganisationId as firstOwnerId',
			'firstOwner.acronym as firstAcronym',
			'firstOwner.country as firstCountry',
			'second.code as secondCode',
			'second.title as secondTitle',
			'second.state as secondState',
			'second.origin as secondOrigin',
			'second.workPackageId as secondPackage',
			'second.leadOrganisationId as secondOwnerId',
			'secondOwner.acronym as secondAcronym',
			'secondOwner.country as secondCountry'
		])
		.where('overlap.projectId', '=', projectId)
		.where('overlap.goneAt', 'is', null)
		.where('first.state', 'not in', ['merged', 'retired'])
		.where('second.state', 'not in', ['merged', 'retired']);
}

interface Owners {
	firstOwnerId: string | null;
	secondOwnerId: string | null;
	firstCountry: string | null;
	secondCountry: string | null;
}

/** National coordinators begin with their country, partners with their organisation. */
function isOwn(actor: Actor, row: Owners): boolean {
	return actor.grants.some(({ role, scopeId }) => {
		if (role === 'national-coordinator') return [row.firstCountry, row.secondCountry].includes(scopeId);
		if (role === 'partner') return [row.firstOwnerId, row.secondOwnerId].includes(actor.organisationId);
		return true;
	});
}

async function contentsOf(db: Db, itemIds: readonly string[]): Promise<Map<string, EntryContent>> {
	const rows = await db
		.selectFrom('entryElement')
		.select(['itemId', 'element', 'standing', 'value', 'reason'])
		.where('itemId', 'in', [...itemIds, ''])
		.where('element', 'in', ['title', 'learning-outcomes', 'workload', 'level'])
		.where('untilAt', 'is', null)
		.orderBy('itemId')
		.orderBy('element')
		.execute();
	const groups = [...Map.groupBy(rows, ({ itemId }) => itemId)];
	return new Map(groups.map(([itemId, elements]) => [itemId, parseContent(elements)]));
}

/** Titles and outcomes as they are compared, and what tells two entries of the same words apart. */
function saidBy(content: EntryContent | undefined) {
	const { title, workload, level } = content ?? {};
	const outcomes = content?.['learning-outcomes'];
	return {
		titles: title?.standing === 'value' ? Object.values(title.value) : [],
		outcomes:
			outcomes?.standing === 'value'
				? outcomes.value.map(({ id, texts }) => ({ id, texts: Object.values(texts) }))
				: [],
		ects: workload?.standing === 'value' ? workload.value.ects : null,
		eqf: level?.standing === 'value' ? level.value.eqf : null
	};
}
