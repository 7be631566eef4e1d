import { contentIn } from '#lib/domain/catalogue/content-in.ts';
import { valueOf } from '#lib/domain/catalogue/public-entry.ts';
import { keepPublicly } from '#lib/server/http/for-everyone.ts';
import { visitorPage } from '#lib/server/http/page.ts';
import { findPublicEntry } from '#lib/server/queries/find-public-entry.ts';

export const load = visitorPage(async ({ db, event, url, param }) => {
	const found = await findPublicEntry(db, param('project'), param('code'));
	if (!found) return undefined;
	const { id: _, ...project } = found.project;
	const languages = Object.keys(valueOf(found.entry.content, 'title') ?? {});
	const asked = url.searchParams.get('lang') ?? '';
	const lang = languages.includes(asked)
		? asked
		: (['en', ...languages].find((one) => languages.includes(one)) ?? 'en');
	const entry = { ...found.entry, content: contentIn(found.entry.content, lang) };
	return keepPublicly(event, { project, entry, languages, lang, address: url.origin + url.pathname });
});
