import { redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/return-path.ts';
import { SignInSchema } from '#lib/schemas/sign-in.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { visitorAction } from '#lib/server/http/action.ts';
import { visitorPage } from '#lib/server/http/page.ts';

export const load = visitorPage(async ({ event, url }) => {
	const next = returnPath(url.searchParams.get('next'));
	if (event.locals.signedIn) redirect(303, next ?? '/');
	return { next, expired: url.searchParams.has('expired') };
});

export const actions = {
	default: visitorAction(SignInSchema, async ({ db, event, now }, input) => {
		await signIn(db, event, input, now);
		return { to: returnPath(input.next) ?? '/', flash: null };
	})
};
