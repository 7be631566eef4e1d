import type { Db } from '#db/schema.ts';

/** How many entries are published, by theme and by Sustainable Development Goal; an entry may serve several goals. */
export async function listPublishedTags(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.leftJoin('entryTag as tag', (join) =>
			join.onRef('tag.itemId', '=', 'item.id').on('tag.kind', 'in', ['theme', 'sdg'])
		)
		.leftJoin('theme', (join) =>
			join
				.onRef('theme.code', '=', 'tag.code')
				.onRef('theme.projectId', '=', 'item.projectId')
				.on('tag.kind', '=', 'theme')
		)
		.select(['item.id', 'tag.kind', 'tag.code', 'theme.title', 'theme.position'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('entry.publicSince', 'is not', null)
		.orderBy('theme.position', (order) => order.asc().nullsLast())
		.orderBy('tag.code')
		.orderBy('item.id')
		.execute();
	const counted = (kind: 'theme' | 'sdg') =>
		[
			...Map.groupBy(
				rows.filter((row) => row.kind === kind),
				({ code }) => code ?? ''
			)
		].map(([code, group]) => ({ code, title: group[0]?.title ?? code, count: group.length }));
	return {
		total: new Set(rows.map(({ id }) => id)).size,
		themes: counted('theme'),
		sdgs: counted('sdg').sort((a, b) => Number(a.code) - Number(b.code))
	};
}
