import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/server/auth/sessions.ts';
import { setFlash } from '#lib/server/http/flash.ts';
import { FORGET_PAGES } from '#lib/server/http/headers.ts';
import { visitorEndpoint } from '#lib/server/http/page.ts';

export const POST = visitorEndpoint(async ({ db, event, now }) => {
	await endSession(db, event, now);
	event.setHeaders(FORGET_PAGES);
	setFlash(event, 'signed-out', '');
	redirect(303, '/login');
});
