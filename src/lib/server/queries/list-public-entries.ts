import type { Db } from '#db/schema.ts';
import {
	isPublicElement,
	withoutMail,
	type PublicBody,
	type PublicEntry
} from '#lib/domain/catalogue/public-entry.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

type Key = { code: string } | { ids: readonly string[] };

/** Published entries of a project, with what the world may read of them: the only way out. Five queries. */
export async function listPublicEntries(db: Db, projectId: string, key?: Key): Promise<PublicEntry[]> {
	return readEntries(db, projectId, { onlyPublished: true, ...key });
}

/** Every entry, as a table for those inside shows it; it names nobody either. */
export async function listEntriesToExport(db: Db, projectId: string): Promise<PublicEntry[]> {
	return readEntries(db, projectId, { onlyPublished: false });
}

async function readEntries(
	db: Db,
	projectId: string,
	asked: { onlyPublished: boolean; code?: string; ids?: readonly string[] }
): Promise<PublicEntry[]> {
	let wanted = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry');
	if (asked.onlyPublished) wanted = wanted.where('entry.publicSince', 'is not', null);
	if (asked.code !== undefined) wanted = wanted.where('item.code', '=', asked.code);
	if (asked.ids !== undefined) wanted = wanted.where('item.id', 'in', [...asked.ids]);

	const items = await wanted
		.leftJoin('item as into', 'into.id', 'entry.mergedIntoItemId')
		.leftJoin('entry as intoEntry', 'intoEntry.itemId', 'into.id')
		.select([
			'item.id',
			'item.code',
			'item.title',
			'item.state',
			'item.origin',
			'entry.publicSince',
			'into.code as into',
			'intoEntry.publicSince as intoSince'
		])
		.orderBy('item.code')
		.execute();
	const elements = await wanted
		.innerJoin('entryElement as element', 'element.itemId', 'item.id')
		.select([
			'item.id',
			'element.element',
			'element.standing',
			'element.value',
			'element.reason',
			'element.setAt'
		])
		.where('element.untilAt', 'is', null)
		.orderBy('element.element')
		.execute();
	const bodies = await listBodies(db, projectId, asked.onlyPublished);
	const themes = await db
		.selectFrom('theme')
		.select(['code', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('code')
		.execute();
	const titles = new Map(themes.map(({ code, title }) => [code, title]));
	const elementsOf = Map.groupBy(elements, ({ id }) => id);

	return items.map(({ id, state, origin, into, intoSince, publicSince, ...item }) => {
		const shown = (elementsOf.get(id) ?? []).filter(({ element }) => isPublicElement(element));
		const content = parseContent(shown.map((row) => ({ ...row, value: withoutMailIn(row.value) })));
		const theme = content.theme?.standing === 'value' ? content.theme.value : null;
		return {
			id,
			...item,
			state,
			title: withoutMail(item.title),
			publicSince: publicSince ?? '',
			changedAt: shown.reduce((last, { setAt }) => (setAt > last ? setAt : last), publicSince ?? ''),
			ended: state === 'retired' || state === 'merged' ? state : null,
			mergedInto: intoSince === null ? null : into,
			isSample: origin === 'sample',
			content,
			bodies: bodies.get(id) ?? [],
			theme: theme === null ? null : (titles.get(theme) ?? theme)
		};
	});
}

/** Awarding bodies of every entry of a project, by item: the owner first. */
async function listBodies(
	db: Db,
	projectId: string,
	onlyPublished: boolean
): Promise<Map<string, PublicBody[]>> {
	const columns = [
		'organisation.id as organisationId',
		'organisation.code',
		'organisation.acronym',
		'organisation.name',
		'organisation.currentName',
		'organisation.country',
		'organisation.city'
	] as const;
	let owners = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.id as itemId', ...columns])
		.where('item.projectId', '=', projectId)
		.orderBy('item.id');
	let further = db
		.selectFrom('entryBody')
		.innerJoin('entry', 'entry.itemId', 'entryBody.itemId')
		.innerJoin('organisation', 'organisation.id', 'entryBody.organisationId')
		.select(['entryBody.itemId', ...columns])
		.where('organisation.projectId', '=', projectId)
		.where('entryBody.removedAt', 'is', null)
		.orderBy('entryBody.addedAt')
		.orderBy('organisation.id');
	if (onlyPublished) {
		owners = owners.where('entry.publicSince', 'is not', null);
		further = further.where('entry.publicSince', 'is not', null);
	}
	const found = new Map<string, PublicBody[]>();
	for (const { itemId, currentName, ...body } of [
		...(await owners.execute()),
		...(await further.execute())
	]) {
		const list = found.get(itemId) ?? [];
		list.push({ ...body, name: currentName ?? body.name });
		found.set(itemId, list);
	}
	return found;
}

function withoutMailIn(json: string): string {
	if (!json.includes('@')) return json;
	return JSON.stringify(
		JSON.parse(json, (_, part: unknown) => (typeof part === 'string' ? withoutMail(part) : part))
	);
}
