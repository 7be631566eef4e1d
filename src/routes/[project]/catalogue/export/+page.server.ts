import { mayEver } from '#lib/domain/can.ts';
import { EXPORT_FORMATS, sortOut } from '#lib/domain/catalogue/export-rules.ts';
import { page } from '#lib/server/http/page.ts';
import { listPublicEntries } from '#lib/server/queries/list-public-entries.ts';
import { FORMAT_TEXT, leftOutTexts } from '#lib/text/catalogue/export.ts';

export const load = page('catalogue:export', async ({ db, actor, project }) => {
	const all = await listPublicEntries(db, project.id);
	return {
		published: all.length,
		mayEdit: mayEver(actor, 'entry:edit'),
		formats: EXPORT_FORMATS.map((format) => {
			const { entries, leftOut } = sortOut(format, all);
			return {
				format,
				...FORMAT_TEXT[format],
				count: entries.length,
				leftOut: leftOut.map((one) => ({
					code: one.code,
					title: one.title,
					field: one.lacks[0]?.element ?? null,
					reasons: leftOutTexts(one)
				}))
			};
		})
	};
});
