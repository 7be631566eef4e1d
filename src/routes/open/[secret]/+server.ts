import { error, redirect } from '@sveltejs/kit';
import { visitorEndpoint } from '#lib/server/http/page.ts';
import { readSignedPage } from '#lib/server/mail/page-links.ts';

/** From a mail to exactly one page, by way of the sign-in; the address itself signs nobody in. */
export const GET = visitorEndpoint(async ({ db, event, now, param }) => {
	const path = await readSignedPage(db, param('secret'), now);
	if (path === undefined)
		error(410, 'This link is too old, or was cut on its way. Sign in, and find the page from your home.');
	redirect(303, event.locals.signedIn ? path : `/login?next=${encodeURIComponent(path)}`);
});
