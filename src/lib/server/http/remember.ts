import type { Handle, RequestEvent } from '@sveltejs/kit';
import { visitSpan } from '#lib/domain/visits.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import { forgetsOnRequest } from './headers.ts';
import { keptPages, type KeptPage } from './kept-pages.ts';

const pages = keptPages(64 * 1024 * 1024);

/**
 * Answers a project page that was rendered before, for the same session and the same data, from memory.
 * Every change of a project leaves an audit event, so the heads of the chains tell whether anything changed.
 */
export const remember: Handle = async ({ event, resolve }) => {
	const key = keyOf(event);
	const version = event.locals.project?.dataVersion;
	if (key === null || version === undefined) return resolve(event);

	const kept = pages.find(key, version);
	if (kept) return answer(event, kept);

	const response = await resolve(event);
	const { status, headers } = response;
	const isPage = status === 200 && headers.get('Content-Type')?.startsWith('text/html');
	const isKept = headers.get('Cache-Control') !== 'no-store' && !headers.has('Set-Cookie');
	if (!isPage || !isKept || mayRunInlineScripts(headers)) return response;
	const body = new Uint8Array(await response.arrayBuffer());
	return answer(event, pages.keep(key, version, body, headers));
};

/** The nonce of a script must not be given twice; that of the page's own styles stays with the page. */
function mayRunInlineScripts(headers: Headers): boolean {
	return /script-src [^;]*'nonce-/.test(headers.get('Content-Security-Policy') ?? '');
}

/** Everything a page depends on beside the project's data; null where a page must not be kept. */
function keyOf(event: RequestEvent): string | null {
	const { signedIn, flash, now, today, theme } = event.locals;
	if (event.request.method !== 'GET' || event.isDataRequest || !signedIn || flash) return null;
	if (signedIn.isRenewed) return null;
	if (!event.route.id?.startsWith('/[project]')) return null;
	const fresh = isFresh(signedIn, now) ? 'fresh' : 'stale';
	const rights = (event.locals.actor?.grants ?? []).map((grant) => grant.id + (grant.by ?? '')).join(' ');
	const looked = (event.locals.project?.lookUntilAt ?? '') > now.toISOString() ? 'looked' : '';
	// The first page speaks of what is new since the last visit.
	const visit = event.route.id === '/[project]' ? visitSpan(now) : '';
	return [
		signedIn.sessionId,
		rights,
		looked,
		visit,
		today,
		fresh,
		theme,
		event.url.pathname,
		event.url.search
	].join('\n');
}

function answer(event: RequestEvent, page: KeptPage): Response {
	const headers = new Headers(page.headers.map(([name, value]): [string, string] => [name, value]));
	headers.set('ETag', page.etag);
	headers.set('Vary', 'Cookie');
	if (forgetsOnRequest(event.url)) headers.set('Cache-Control', 'private, no-cache');
	return new Response(page.body, { headers });
}
