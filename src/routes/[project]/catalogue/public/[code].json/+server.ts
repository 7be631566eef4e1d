import { NotFound } from '#lib/domain/reasons.ts';
import { entryDocument } from '#lib/domain/catalogue/export-entry.ts';
import { publicFile } from '#lib/server/http/public-file.ts';
import { visitorEndpoint } from '#lib/server/http/page.ts';
import { findPublicEntry } from '#lib/server/queries/find-public-entry.ts';

export const GET = visitorEndpoint(async ({ db, url, param }) => {
	const found = await findPublicEntry(db, param('project'), param('code'));
	if (!found) throw new NotFound();
	const text = JSON.stringify(
		entryDocument({ origin: url.origin, slug: found.project.slug }, found.entry),
		null,
		'\t'
	);
	return publicFile(text, 'application/json; charset=utf-8');
});
