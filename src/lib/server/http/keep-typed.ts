import type { Handle } from '@sveltejs/kit';
import { SIGN_IN_AGAIN } from './gate.ts';
import { carriedFields, readTyped } from './kept-form.ts';

/**
 * A form that came without a session is answered with a page that keeps what was typed, and asks to sign in. Scripts
 * are told to sign in, and keep it themselves.
 */
export const keepTyped: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (response.status !== 303 || response.headers.get('Location') !== SIGN_IN_AGAIN) return response;
	const kept = await readTyped(event.request, event.url);
	if (kept === null) return response;
	const body = new FormData();
	for (const { name, value } of carriedFields(kept)) body.append(name, value);
	return event.fetch('/send-again', { method: 'POST', headers: { accept: 'text/html' }, body });
};
