import { visitorEndpoint } from '#lib/server/http/page.ts';

/** The process answers; whether it can work is asked at /readyz. */
export const GET = visitorEndpoint(
	async () => new Response('ok\n', { headers: { 'Cache-Control': 'no-store' } })
);
