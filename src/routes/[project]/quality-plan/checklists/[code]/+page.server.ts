import * as v from 'valibot';
import { PROPOSED_ENTRY_CHECKLIST } from '#lib/domain/catalogue/proposed-checklist.ts';
import { CHECKLIST_KINDS, checklistInForce } from '#lib/domain/checklists.ts';
import { PublishChecklist } from '#lib/schemas/checklists.ts';
import { publishChecklist } from '#lib/server/commands/publish-checklist.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listChecklists } from '#lib/server/queries/list-checklists.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;
const Kind = v.fallback(v.picklist(CHECKLIST_KINDS), 'deliverable');

export const load = page('quality-plan:publish', async ({ db, project, param, url }) => {
	const code = param('code');
	const checklists = await listChecklists(db, project.id);
	const known = checklists.find((one) => one.code === code);
	// A new one is begun from the quality plan, which says of what kind; any other address is not there.
	if (!known && !(CODE.test(code) && url.searchParams.has('kind'))) return undefined;
	const kind = known?.appliesTo ?? v.parse(Kind, url.searchParams.get('kind'));
	const inForce = checklistInForce(checklists, kind);
	const sections = checklists
		.filter(({ appliesTo }) => appliesTo === kind)
		.flatMap(({ versions }) => versions.flatMap(({ items }) => items.map(({ section }) => section)));
	const frame = {
		code,
		kind,
		sections: [...new Set(sections)].filter((section) => section !== ''),
		/** The one that stops being asked when this one is published. */
		replaces:
			inForce === undefined || inForce.code === code
				? null
				: { code: inForce.code, title: inForce.title, number: inForce.latest.number }
	};
	if (known) return { ...frame, title: known.title, number: known.latest.number, items: known.latest.items };
	const proposed = kind === 'entry' ? PROPOSED_ENTRY_CHECKLIST : { title: '', items: [] };
	// A further one begins with the questions that are asked now.
	return { ...frame, number: 0, ...(inForce ? { title: '', items: inForce.latest.items } : proposed) };
});

export const actions = {
	default: action('quality-plan:publish', PublishChecklist, async (request, input) => {
		const { db, actor, project, now, param } = request;
		const code = param('code');
		await publishChecklist(db, actor, { ...input, code }, now);
		return {
			to: `/${project.slug}/quality-plan#checklists`,
			flash: 'checklist-published',
			label: code
		};
	})
};
