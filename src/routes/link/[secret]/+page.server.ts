import { error } from '@sveltejs/kit';
import { NewPasswordSchema } from '#lib/schemas/account.ts';
import { findLink } from '#lib/server/auth/one-time-links.ts';
import { setPasswordByLink } from '#lib/server/auth/set-password.ts';
import { visitorAction } from '#lib/server/http/action.ts';
import { visitorPage } from '#lib/server/http/page.ts';

/** The address is the secret, so nothing of the page is kept anywhere. */
export const load = visitorPage(async ({ db, event, now, param }) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const link = await findLink(db, param('secret'), now);
	if (!link)
		error(
			410,
			'This link was used, was replaced by a newer one, or is too old. Ask the coordinator for a new one.'
		);
	const { kind, name, email } = link;
	return { kind, name, email };
});

export const actions = {
	default: visitorAction(NewPasswordSchema, async ({ db, event, now, param }, input) => {
		await setPasswordByLink(db, event, param('secret'), input, now);
		return { to: '/', flash: 'password-set' };
	})
};
