import type { Browser } from './sessions.ts';

const COOKIE = 'made-link';

/** Keeps a new link for the next page, which shows it once. */
export function showOnce({ cookies, url }: Browser, link: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(COOKIE, link, { path: '/', httpOnly: true, secure, sameSite: 'strict', maxAge: 60 });
}

export function takeShownOnce({ cookies }: Browser): string | null {
	const link = cookies.get(COOKIE) ?? null;
	if (link !== null) cookies.delete(COOKIE, { path: '/' });
	return link;
}
