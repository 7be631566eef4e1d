import { can, mayEver } from '#lib/domain/can.ts';
import { logCounts } from '#lib/domain/outreach/outreach-counts.ts';
import { filterOutreach, readOutreachFilter } from '#lib/domain/outreach/outreach-filter.ts';
import { page } from '#lib/server/http/page.ts';
import { checkLinksAction } from '#lib/server/pages/check-links-action.ts';
import { listOutreach } from '#lib/server/queries/list-outreach.ts';

export const load = page('outreach:read', async ({ db, actor, url }) => {
	const all = await listOutreach(db, actor);
	const filter = readOutreachFilter(url.searchParams);
	const lines = filterOutreach(all, filter);
	return {
		filter,
		total: all.length,
		lines,
		counts: logCounts(lines),
		years: [
			...unique(all.map(({ startsOn }) => startsOn?.slice(0, 4))).reverse(),
			...(all.some(({ startsOn }) => startsOn === null) ? ['none'] : [])
		],
		countries: unique(all.map(({ country }) => country)),
		organisations: unique(all.map(({ acronym }) => acronym)),
		mayCheck: can(actor, 'outreach:check-links', {}).ok && all.some(({ url }) => url !== null),
		mayRecord: mayEver(actor, 'outreach:edit'),
		seesGaps: mayEver(actor, 'progress:read')
	};
});

export const actions = { 'check-links': checkLinksAction(() => ({})) };

function unique(values: readonly (string | null | undefined)[]): string[] {
	return [...new Set(values.filter((value) => typeof value === 'string'))].sort();
}
