import { PublishChecklist } from '#lib/schemas/checklists.ts';
import { publishChecklist } from '#lib/server/commands/publish-checklist.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listChecklists } from '#lib/server/queries/list-checklists.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;

export const load = page('quality-plan:publish', async ({ db, project, param }) => {
	const code = param('code');
	const checklists = await listChecklists(db, project.id);
	const known = checklists.find((one) => one.code === code);
	// The first checklist of a project is written under any code; further ones would not be used by reviews.
	if (!known && (checklists.length > 0 || !CODE.test(code))) return undefined;
	return {
		code,
		title: known?.title ?? '',
		number: known?.latest.number ?? 0,
		items: known?.latest.items ?? []
	};
});

export const actions = {
	default: action('quality-plan:publish', PublishChecklist, async (request, input) => {
		const { db, actor, project, now, param } = request;
		await publishChecklist(db, actor, { ...input, code: param('code') }, now);
		return {
			to: `/${project.slug}/quality-plan#checklists`,
			flash: 'checklist-published',
			label: param('code')
		};
	})
};
