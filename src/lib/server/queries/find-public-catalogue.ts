import type { Db } from '#db/schema.ts';
import {
	countFacets,
	fits,
	type PublicFilter,
	type PublicHead
} from '#lib/domain/catalogue/public-filter.ts';
import { fold } from '#lib/domain/fold.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { findPublicProject } from './find-public-entry.ts';
import { listPublicEntries } from './list-public-entries.ts';

const SIZE = 30;

/** One page of the public catalogue; undefined where nothing is published, whether there is such a project or not. */
export async function findPublicCatalogue(db: Db, slug: string, filter: PublicFilter) {
	const project = await findPublicProject(db, slug);
	if (!project) return undefined;
	const { heads, organisations } = await listHeads(db, project.id);
	if (heads.length === 0) return undefined;
	const found = heads.filter((head) => fits(head, filter));
	const page = Math.min(filter.page, Math.max(1, Math.ceil(found.length / SIZE)));
	const ids = found.slice((page - 1) * SIZE, page * SIZE).map(({ id }) => id);
	const themes = await db
		.selectFrom('theme')
		.select(['code', 'title'])
		.where('projectId', '=', project.id)
		.orderBy('position')
		.execute();
	return {
		project: { slug: project.slug, acronym: project.acronym, title: project.title },
		entries: ids.length === 0 ? [] : await listPublicEntries(db, project.id, { ids }),
		facets: countFacets(heads),
		names: {
			organisation: organisations,
			theme: Object.fromEntries(themes.map(({ code, title }) => [code, title]))
		},
		total: found.length,
		everywhere: heads.length,
		pager: { page, size: SIZE }
	};
}

/** Everything that is published, as light as filters need it. */
async function listHeads(db: Db, projectId: string) {
	const published = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('entry.publicSince', 'is not', null);
	const items = await published
		.select(['item.id', 'item.code', 'item.title', 'item.search', 'owner.code as organisation'])
		.select(['owner.acronym', 'owner.name', 'owner.country'])
		.orderBy('item.code')
		.execute();
	const tags = await published
		.innerJoin('entryTag as tag', 'tag.itemId', 'item.id')
		.select(['item.id', 'tag.kind', 'tag.code'])
		.orderBy('tag.code')
		.execute();
	const bodies = await published
		.innerJoin('entryBody as body', 'body.itemId', 'item.id')
		.innerJoin('organisation', 'organisation.id', 'body.organisationId')
		.select([
			'item.id',
			'organisation.code',
			'organisation.acronym',
			'organisation.name',
			'organisation.country'
		])
		.where('body.removedAt', 'is', null)
		.orderBy('organisation.code')
		.execute();
	const forms = await published
		.innerJoin('entryElement as element', 'element.itemId', 'item.id')
		.select(['item.id', 'element.element', 'element.standing', 'element.value', 'element.reason'])
		.where('element.element', '=', 'participation')
		.where('element.untilAt', 'is', null)
		.orderBy('item.id')
		.execute();
	const tagsOf = Map.groupBy(tags, ({ id }) => id);
	const bodiesOf = Map.groupBy(bodies, ({ id }) => id);
	const formsOf = new Map(forms.map((row) => [row.id, parseContent([row]).participation]));

	const owners = items.map(({ organisation: code, acronym, name }) => ({ code, acronym, name }));
	const names = new Map([...owners, ...bodies].map((one) => [one.code, `${one.acronym} ${one.name}`]));
	const namesOf = new Map([...names].map(([code, name]) => [code, fold(name)]));

	const heads = items.map(({ acronym: _, name: __, country, organisation, ...item }): PublicHead => {
		const codes = (kind: string) =>
			(tagsOf.get(item.id) ?? []).filter((tag) => tag.kind === kind).map(({ code }) => code);
		const further = bodiesOf.get(item.id) ?? [];
		const form = formsOf.get(item.id);
		const awarding = [organisation, ...further.map(({ code }) => code)];
		return {
			...item,
			search: [item.search, ...awarding.map((code) => namesOf.get(code) ?? '')].join(' '),
			countries: [country, ...further.map((one) => one.country)],
			organisations: awarding,
			themes: codes('theme'),
			languages: codes('language'),
			levels: codes('level'),
			sdgs: codes('sdg'),
			forms: form?.standing === 'value' ? form.value : []
		};
	});
	const organisations = Object.fromEntries([
		...items.map((one) => [one.organisation, one.acronym] as const),
		...bodies.map((one) => [one.code, one.acronym] as const)
	]);
	return { heads, organisations };
}
