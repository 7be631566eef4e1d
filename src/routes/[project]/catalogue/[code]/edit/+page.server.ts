import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { ELEMENTS, isElement } from '#lib/domain/catalogue/elements.ts';
import { SetElementSchema } from '#lib/schemas/catalogue/entries.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { action } from '#lib/server/http/action.ts';
import { projectRequest } from '#lib/server/http/gate.ts';
import { guard, page } from '#lib/server/http/page.ts';
import { findEntryEditor } from '#lib/server/queries/find-entry-editor.ts';
import { criteriaReasonText } from '#lib/text/catalogue/criteria.ts';
import { fieldOptions } from '#lib/text/catalogue/choices.ts';
import { ELEMENT_WORDS } from '#lib/text/catalogue/elements.ts';
import { STANDING_WORDS } from '#lib/text/catalogue/standings.ts';
import { languageName } from '#lib/text/catalogue/vocabularies.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { readTheirs } from './theirs.server.ts';

export const load = page('entry:read', async ({ db, actor, project, today, param, url, event }) => {
	const editor = await findEntryEditor(db, actor, param('code'), today);
	// Lists link every field to its editor; who may only read is shown it where it is read.
	if (editor === null && event.request.method !== 'POST') {
		const field = url.searchParams.get('field');
		const at = field !== null && isElement(field) ? `#element-${field}` : '';
		redirect(303, `/${project.slug}/catalogue/${encodeURIComponent(param('code'))}${at}`);
	}
	// What they sent was refused, which a redirect would hide.
	if (!editor) return undefined;
	const { entry, blocks, fields, languages, asked, texts, themes } = editor;
	return {
		entry,
		blocks: blocks.map(sentenceOf),
		fields: fields.map(({ needs, element, ...field }) => {
			const { label, why, example } = ELEMENT_WORDS[element];
			return {
				...{ ...field, element, label, why, example },
				part: ELEMENTS.find(({ code }) => code === element)?.part,
				options: fieldOptions(element, themes),
				needs: {
					standings: [...Map.groupBy(needs, ({ standing }) => standing)].map(([standing, ones]) => ({
						standing,
						label: STANDING_WORDS[standing].label,
						profiles: ones.map(({ title }) => title).join(', ')
					})),
					reasons: [...new Set(needs.flatMap(({ reasons }) => reasons.map(criteriaReasonText)))]
				}
			};
		}),
		languages: languages.map((code) => ({ code, name: languageName(code) })),
		asked,
		texts: texts.flatMap(({ missing, ...one }) =>
			asked.includes(one.language)
				? {
						...one,
						name: languageName(one.language),
						missing: missing.map((element) => ({ element, label: ELEMENT_WORDS[element].label }))
					}
				: []
		),
		/** The field a link leads to. */
		wanted: url.searchParams.get('field'),
		/** The field that was just saved. */
		saved: url.searchParams.get('saved')?.split('.')[0] ?? null
	};
});

const set = action('entry:edit', SetElementSchema, async ({ db, actor, now, url }, input) => {
	const { element } = input;
	const { version, outcome } = await setElement(db, actor, input, now);
	return {
		to: `${url.pathname}?saved=${element}.${version}.${outcome}#${element}`,
		flash: outcome === 'reset' ? 'entry-reset' : null
	};
});

export const actions = {
	/** A conflict also tells what others wrote as people read it. */
	set: guard('entry:edit', async (event: RequestEvent) => {
		const { status, data } = await set(event);
		const stands = await readTheirs(projectRequest(event, 'entry:edit'), data);
		return fail(status, { ...data, stands });
	})
};
