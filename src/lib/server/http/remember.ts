import type { Handle, RequestEvent } from '@sveltejs/kit';
import { visitSpan } from '#lib/domain/visits.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import { encodingOf } from './deliver.ts';
import { forgetsOnRequest } from './headers.ts';
import { isReadByScript } from './read-by-script.ts';
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
function keyOf({ locals, request, isDataRequest, route, url }: RequestEvent): string | null {
	if (request.method !== 'GET' || isDataRequest || locals.flash || isReadByScript(request)) return null;
	const key = pageKey(locals, url, route.id ?? '');
	return key && `${key}\n${encodingOf(request) ?? 'plain'}`;
}

/** The part of it that does not depend on how the page was asked for. */
export function pageKey(
	{ signedIn, now, today, theme, actor, project }: Omit<App.Locals, 'requestId' | 'flash'>,
	url: URL,
	routeId: string
): string | null {
	if (!signedIn || signedIn.isRenewed || !routeId.startsWith('/[project]')) return null;
	const fresh = isFresh(signedIn, now) ? 'fresh' : 'stale';
	const rights = (actor?.grants ?? []).map((grant) => grant.id + (grant.by ?? '')).join(' ');
	// Whoever stands in for somebody does so with fewer rights of their own, though nothing be lent.
	const standingIn = actor?.actingFor?.deputyRowId ?? '';
	const looked = (project?.lookUntilAt ?? '') > now.toISOString() ? 'looked' : '';
	// The first page speaks of what is new since the last visit.
	const visit = routeId === '/[project]' ? visitSpan(now) : '';
	return [
		signedIn.sessionId,
		rights,
		standingIn,
		looked,
		visit,
		today,
		fresh,
		theme,
		url.pathname,
		url.search
	].join('\n');
}

function answer(event: RequestEvent, page: KeptPage): Response {
	const headers = new Headers(page.headers.map(([name, value]): [string, string] => [name, value]));
	headers.set('ETag', page.etag);
	headers.append('Vary', 'Cookie');
	if (forgetsOnRequest(event.url)) headers.set('Cache-Control', 'private, no-cache');
	return new Response(page.body, { headers });
}
