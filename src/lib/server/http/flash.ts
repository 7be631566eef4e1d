import type { RequestEvent } from '@sveltejs/kit';

const COOKIE = 'flash';

/** Says one thing on the next page: a code of `lib/text/flash.ts` and what it is about. */
export function setFlash(event: RequestEvent, code: string, label: string): void {
	const value = new URLSearchParams({ code, label: label.slice(0, 200) }).toString();
	const secure = event.url.protocol === 'https:';
	event.cookies.set(COOKIE, value, { path: '/', httpOnly: true, secure, maxAge: 60 });
}

export function takeFlash(event: RequestEvent): { code: string; label: string } | null {
	const kept = event.cookies.get(COOKIE);
	if (kept === undefined) return null;
	event.cookies.delete(COOKIE, { path: '/' });
	const said = new URLSearchParams(kept);
	return { code: said.get('code') ?? '', label: said.get('label') ?? '' };
}
