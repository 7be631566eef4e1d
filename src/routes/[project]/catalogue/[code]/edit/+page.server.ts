import { SetElementSchema } from '#lib/schemas/catalogue/entries.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findEntryEditor } from '#lib/server/queries/find-entry-editor.ts';
import { criteriaReasonText } from '#lib/text/catalogue/criteria.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

export const load = page('entry:edit', async ({ db, actor, project, today, param, url }) => {
	const editor = await findEntryEditor(db, actor, param('code'), today);
	if (!editor) return undefined;
	const { blocks, fields, ...rest } = editor;
	const [saved = '', version = ''] = (url.searchParams.get('saved') ?? '').split('.');
	return {
		...rest,
		blocks: blocks.map(sentenceOf),
		fields: fields.map(({ needs, ...field }) => ({
			...field,
			needs: needs.map(({ reasons, ...need }) => ({ ...need, reasons: reasons.map(criteriaReasonText) }))
		})),
		/** The field a link leads to. */
		wanted: url.searchParams.get('field'),
		saved: { element: saved, version },
		timeZone: project.timeZone
	};
});

export const actions = {
	set: action('entry:edit', SetElementSchema, async ({ db, actor, now, url }, input) => {
		const { element } = input;
		const { version, outcome } = await setElement(db, actor, input, now);
		return {
			to: `${url.pathname}?saved=${element}.${version}.${outcome}#${element}`,
			flash: outcome === 'reset' ? 'entry-reset' : null
		};
	})
};
