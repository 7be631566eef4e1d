import { version } from '$app/environment';
import type { RequestEvent } from '@sveltejs/kit';
import { sha256 } from '#lib/server/ids.ts';

const PUBLIC_CATALOGUE = '/[project]/catalogue/public';

/** The secret of its address says whose calendar it is, not who signed in. */
const CALENDAR_FEED = '/calendar/[secret].ics';

/** Routes that answer everybody who asks for the same address alike: nobody's session is even read. */
export function isForEveryone(route: string | null): boolean {
	return (
		route === CALENDAR_FEED || route === PUBLIC_CATALOGUE || (route ?? '').startsWith(`${PUBLIC_CATALOGUE}/`)
	);
}

/** Who asks for such a route. */
export const NOBODY = { signedIn: null, flash: null, theme: 'system' } as const;

const KEPT_SECONDS = 300;

/** What a shared cache needs to know of an answer that is made of this. */
export function publicHeaders(made: unknown): { 'Cache-Control': string; ETag: string } {
	const text = typeof made === 'string' ? made : JSON.stringify(made);
	return {
		'Cache-Control': `public, max-age=${KEPT_SECONDS}`,
		ETag: `"${sha256(version + text).slice(0, 27)}"`
	};
}

/** The same data on the same day make the same page. */
export function keepPublicly<T>({ setHeaders, locals }: RequestEvent, data: T): T {
	setHeaders(publicHeaders({ data, today: locals.today }));
	return data;
}
