import { redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/return-path.ts';
import { SignInSchema } from '#lib/schemas/sign-in.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { visitorAction } from '#lib/server/http/action.ts';
import { visitorPage } from '#lib/server/http/page.ts';
import { isDemoClock } from '#lib/server/clock.ts';
import { listDemoAccounts, listPublicCatalogues } from '#lib/server/queries/list-sign-in-offers.ts';

export const load = visitorPage(async ({ db, event, url }) => {
	const next = returnPath(url.searchParams.get('next'));
	if (event.locals.signedIn) redirect(303, next ?? '/');
	return {
		next,
		expired: url.searchParams.has('expired'),
		catalogues: await listPublicCatalogues(db),
		/** Named where everything is made up, and nowhere else. */
		demo: isDemoClock() ? await listDemoAccounts(db) : []
	};
});

export const actions = {
	default: visitorAction(SignInSchema, async ({ db, event, now }, input) => {
		await signIn(db, event, input, now);
		return { to: returnPath(input.next) ?? '/', flash: null };
	})
};
