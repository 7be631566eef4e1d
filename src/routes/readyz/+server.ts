import { readiness } from '#lib/server/readiness.ts';
import { visitorEndpoint } from '#lib/server/http/page.ts';

export const GET = visitorEndpoint(async () => {
	const problems = await readiness();
	const [status, text] = problems.length === 0 ? [200, 'ready'] : [503, problems.join('\n')];
	return new Response(`${text}\n`, { status, headers: { 'Cache-Control': 'no-store' } });
});
