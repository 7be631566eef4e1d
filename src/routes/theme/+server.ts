import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { returnPath } from '#lib/domain/return-path.ts';
import { visitorEndpoint } from '#lib/server/http/page.ts';
import { readForm } from '#lib/server/http/read-form.ts';

const ThemeSchema = v.object({
	theme: v.picklist(['light', 'dark', 'system']),
	back: v.optional(v.string())
});
const YEAR_SECONDS = 365 * 86_400;

/** Keeps the choice of this browser and shows the same page again. */
export const POST = visitorEndpoint(async ({ event, url }) => {
	const { request, cookies } = event;
	const parsed = v.safeParse(ThemeSchema, await readForm(request));
	if (!parsed.success) error(422, 'Choose light, dark or system.');
	const { theme, back } = parsed.output;
	cookies.set('theme', theme, {
		path: '/',
		httpOnly: true,
		secure: url.protocol === 'https:',
		maxAge: YEAR_SECONDS
	});
	redirect(303, returnPath(back) ?? refererPath(request, url.origin) ?? '/');
});

/** The page the form stood on, as the browser names it. */
function refererPath(request: Request, origin: string): string | null {
	const referer = URL.parse(request.headers.get('referer') ?? '');
	return referer?.origin === origin ? returnPath(referer.pathname + referer.search) : null;
}
