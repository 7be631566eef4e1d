import { mayEver } from '#lib/domain/can.ts';
import { BeginLookSchema, EndLookSchema } from '#lib/schemas/looks.ts';
import { beginLook, endLook } from '#lib/server/commands/begin-look.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listLooks } from '#lib/server/queries/list-looks.ts';
import { findPeoplePage } from '#lib/server/queries/find-people-page.ts';

export const load = page('person:read', async ({ db, actor, project, today, now, url }) => {
	const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100);
	const filters = {
		organisation: asked('organisation'),
		country: asked('country'),
		role: asked('role'),
		q: asked('q')
	};
	return {
		filters,
		looks: mayEver(actor, 'look:end') ? await listLooks(db, project.id, now) : null,
		mayLook: mayEver(actor, 'look:begin'),
		timeZone: project.timeZone,
		mayInvite: mayEver(actor, 'person:invite'),
		mayPropose: mayEver(actor, 'grant:propose'),
		...(await findPeoplePage(db, actor, filters, today))
	};
});

export const actions = {
	beginLook: action('look:begin', BeginLookSchema, async ({ db, actor, now }, input) => {
		await beginLook(db, actor, input, now);
		return { flash: 'look-begun' };
	}),
	endLook: action('look:end', EndLookSchema, async ({ db, actor, now }, input) => {
		await endLook(db, actor, input, now);
		return { flash: 'look-ended' };
	})
};
