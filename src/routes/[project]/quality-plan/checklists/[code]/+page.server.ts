import { ENTRY_CHECKLIST, PROPOSED_ENTRY_CHECKLIST } from '#lib/domain/catalogue/proposed-checklist.ts';
import { PublishChecklist } from '#lib/schemas/checklists.ts';
import { publishChecklist } from '#lib/server/commands/publish-checklist.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listChecklists } from '#lib/server/queries/list-checklists.ts';

/** Entries of the catalogue have a checklist of their own. */
const kindOf = (code: string) => (code === ENTRY_CHECKLIST ? 'entry' : 'deliverable');
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;

export const load = page('quality-plan:publish', async ({ db, project, param }) => {
	const code = param('code');
	const checklists = await listChecklists(db, project.id);
	const known = checklists.find((one) => one.code === code);
	if (known) return { code, title: known.title, number: known.latest.number, items: known.latest.items };
	// The first checklist of a kind is written under any code; further ones would not be used by reviews.
	const kind = kindOf(code);
	if (checklists.some((one) => one.appliesTo === kind) || !CODE.test(code)) return undefined;
	const proposed = kind === 'entry' ? PROPOSED_ENTRY_CHECKLIST : { title: '', items: [] };
	return { code, number: 0, ...proposed };
});

export const actions = {
	default: action('quality-plan:publish', PublishChecklist, async (request, input) => {
		const { db, actor, project, now, param } = request;
		const code = param('code');
		await publishChecklist(db, actor, { ...input, code, appliesTo: kindOf(code) }, now);
		return {
			to: `/${project.slug}/quality-plan#checklists`,
			flash: 'checklist-published',
			label: param('code')
		};
	})
};
