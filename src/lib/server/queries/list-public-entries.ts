import type { Db } from '#db/schema.ts';
import {
	isPublicElement,
	withoutMail,
	type PublicBody,
	type PublicEntry
} from '#lib/domain/catalogue/public-entry.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

type Key = { code: string } | { ids: readonly string[] };

/** Published entries of a project, with what the world may read of them. Four queries; the only way out. */
export async function listPublicEntries(db: Db, projectId: string, key?: Key): Promise<PublicEntry[]> {
	let published = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('entry.publicSince', 'is not', null);
	if (key && 'code' in key) published = published.where('item.code', '=', key.code);
	if (key && 'ids' in key) published = published.where('item.id', 'in', [...key.ids]);

	const items = await published
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
	const elements = await published
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
	const bodies = await listPublicBodies(db, projectId);
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
async function listPublicBodies(db: Db, projectId: string): Promise<Map<string, PublicBody[]>> {
	const columns = [
		'organisation.id as organisationId',
		'organisation.code',
		'organisation.acronym',
		'organisation.name',
		'organisation.currentName',
		'organisation.country',
		'organisation.city'
	] as const;
	const owners = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.id as itemId', ...columns])
		.where('item.projectId', '=', projectId)
		.where('entry.publicSince', 'is not', null)
		.orderBy('item.id');
	const further = db
		.selectFrom('entryBody')
		.innerJoin('entry', 'entry.itemId', 'entryBody.itemId')
		.innerJoin('organisation', 'organisation.id', 'entryBody.organisationId')
		.select(['entryBody.itemId', ...columns])
		.where('organisation.projectId', '=', projectId)
		.where('entryBody.removedAt', 'is', null)
		.where('entry.publicSince', 'is not', null)
		.orderBy('entryBody.addedAt')
		.orderBy('organisation.id');
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
	return JSON.stringify(JSON.parse(json, (_, part) => (typeof part === 'string' ? withoutMail(part) : part)));
}
