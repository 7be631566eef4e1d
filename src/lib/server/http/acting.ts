import type { Cookies } from '@sveltejs/kit';

const NAME = 'acting';

/** The agreement under which this browser acts for somebody in one project; checked anew at every request. */
export function actingId(cookies: Cookies): string | undefined {
	return cookies.get(NAME);
}

interface Where {
	cookies: Cookies;
	url: URL;
}

export function beginActing({ cookies, url }: Where, slug: string, id: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(NAME, id, { path: `/${slug}`, httpOnly: true, secure, sameSite: 'strict' });
}

export function endActing({ cookies }: Where, slug: string): void {
	cookies.delete(NAME, { path: `/${slug}` });
}
