import { readPublicFilter } from '#lib/domain/catalogue/public-filter.ts';
import { keepPublicly } from '#lib/server/http/for-everyone.ts';
import { visitorPage } from '#lib/server/http/page.ts';
import { findPublicCatalogue } from '#lib/server/queries/find-public-catalogue.ts';

/** An unknown project, a private one and one that has published nothing look the same. */
export const load = visitorPage(async ({ db, event, url, param }) => {
	const filter = readPublicFilter(url.searchParams);
	const found = await findPublicCatalogue(db, param('project'), filter);
	return keepPublicly(event, {
		project: found?.project ?? null,
		catalogue: found ?? null,
		filter,
		lang: languageOf(url),
		query: url.search
	});
});

function languageOf(url: URL): string {
	const asked = url.searchParams.get('lang') ?? 'en';
	return /^[a-z]{2,3}$/.test(asked) ? asked : 'en';
}
