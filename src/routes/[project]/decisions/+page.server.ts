import { mayEver } from '#lib/domain/can.ts';
import { filterDecisions, readDecisionFilter } from '#lib/domain/meetings/decision-filter.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisions } from '#lib/server/queries/list-decisions.ts';

export const load = page('decision:read', async ({ db, actor, today, url }) => {
	const all = await listDecisions(db, actor, today);
	const filter = readDecisionFilter(url.searchParams);
	const meetings = new Map(
		all.flatMap(({ meetingSlug, meetingTitle }) =>
			meetingSlug === null ? [] : [[meetingSlug, meetingTitle]]
		)
	);
	return {
		filter,
		total: all.length,
		decisions: filterDecisions(all, filter),
		meetings: [...meetings].map(([slug, title]) => ({ slug, title: title ?? slug })),
		years: [...new Set(all.map(({ decidedOn }) => decidedOn.slice(0, 4)))].sort().reverse(),
		query: url.search,
		mayRecord: mayEver(actor, 'decision:record')
	};
});
