import type { Db } from '#db/schema.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { parseGapReasons } from '#lib/schemas/catalogue/criteria.ts';

const PAGE_SIZE = 50;

interface Versions {
	inForceId: string | null;
	comingId: string | null;
}

/** Entries that owe something under the version in force or the coming one, a page of them. Three queries. */
export async function listOwingEntries(db: Db, projectId: string, versions: Versions, url: URL) {
	const ids = [versions.inForceId, versions.comingId].filter((id) => id !== null);
	const none = { entries: [], pager: { page: 1, size: PAGE_SIZE, total: 0 } };
	if (ids.length === 0) return none;
	const owing = db
		.selectFrom('item')
		.where('item.projectId', '=', projectId)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('entryGap')
					.select('entryGap.id')
					.whereRef('entryGap.itemId', '=', 'item.id')
					.where('entryGap.criteriaVersionId', 'in', ids)
					.where('entryGap.closedAt', 'is', null)
			)
		);
	const { total } = await owing
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	if (total === 0) return none;
	const page = pageParam(url, total, PAGE_SIZE);
	const items = await owing
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.id', 'item.code', 'item.title', 'organisation.acronym as ownerAcronym'])
		.orderBy('item.code')
		.limit(PAGE_SIZE)
		.offset((page - 1) * PAGE_SIZE)
		.execute();
	const shown = items.map(({ id }) => id);
	const gaps = await db
		.selectFrom('entryGap')
		.select(['itemId', 'criteriaVersionId', 'element', 'standing', 'reasons'])
		.where('itemId', 'in', shown)
		.where('criteriaVersionId', 'in', ids)
		.where('closedAt', 'is', null)
		.orderBy('openedAt')
		.orderBy('id')
		.execute();
	const gapsUnder = (itemId: string, versionId: string | null) =>
		gaps
			.filter((gap) => gap.itemId === itemId && gap.criteriaVersionId === versionId)
			.flatMap(({ element, standing, reasons }) =>
				isElement(element) ? [{ element, standing, reasons: parseGapReasons(reasons) }] : []
			);
	return {
		entries: items.map(({ id, ...entry }) => ({
			...entry,
			inForce: gapsUnder(id, versions.inForceId),
			coming: gapsUnder(id, versions.comingId)
		})),
		pager: { page, size: PAGE_SIZE, total }
	};
}
