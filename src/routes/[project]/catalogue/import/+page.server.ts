import type { ImportReport } from '#lib/domain/catalogue/import-report.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { CheckImportSchema, ConfirmImportSchema } from '#lib/schemas/catalogue/import-form.ts';
import { importEntries } from '#lib/server/commands/import-entries.ts';
import { page } from '#lib/server/http/page.ts';
import { sheetAction } from '#lib/server/http/sheet-action.ts';
import { findImportPage } from '#lib/server/queries/find-import-page.ts';

export const load = page('catalogue:import', async ({ db, actor, project: { timeZone } }) => ({
	...(await findImportPage(db, actor)),
	timeZone
}));

/** The bytes travel in the confirming form: it works without scripts, and nothing waits on the server meanwhile. */
const shownWith = (report: ImportReport, bytes: Buffer) => ({
	shown: { report, content: bytes.toString('base64url') }
});

export const actions = {
	check: sheetAction('catalogue:import', CheckImportSchema, async ({ db, actor, now }, _, file) => {
		if (!file) throw new Refusal([{ code: 'import-empty' }]);
		const { name: fileName, bytes } = file;
		return shownWith(await importEntries(db, actor, { fileName, bytes }, now), bytes);
	}),

	confirm: sheetAction('catalogue:import', ConfirmImportSchema, async (request, input) => {
		const { db, actor, now, project } = request;
		const { fileName, content, acceptsResets, ...seen } = input;
		const bytes = Buffer.from(content, 'base64url');
		const confirmed = { ...seen, acceptsResets: acceptsResets !== '' };
		const report = await importEntries(db, actor, { fileName, bytes, confirmed }, now);
		if (!report.stored) return shownWith(report, bytes);
		return { to: `/${project.slug}/catalogue`, flash: 'catalogue-imported', label: fileName };
	})
};
