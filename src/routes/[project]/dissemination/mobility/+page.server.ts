import { mayEver } from '#lib/domain/can.ts';
import { MOBILITY_KINDS } from '#lib/domain/outreach/mobility.ts';
import { countBy, isParticipant, linesBy, mobilityCounts } from '#lib/domain/outreach/outreach-counts.ts';
import { filterOutreach, readOutreachFilter } from '#lib/domain/outreach/outreach-filter.ts';
import { page } from '#lib/server/http/page.ts';
import { listMobility } from '#lib/server/queries/list-mobility.ts';

export const load = page('mobility:read', async ({ db, actor, url }) => {
	const all = await listMobility(db, actor.projectId);
	const kind = MOBILITY_KINDS.find((one) => one === url.searchParams.get('kind')) ?? null;
	const filter = { ...readOutreachFilter(url.searchParams), kind, missing: null };
	const rows = filterOutreach(all, filter);
	return {
		filter,
		total: all.length,
		rows,
		totals: {
			...mobilityCounts(rows),
			years: countBy(rows, (row) => row.startsOn.slice(0, 4), isParticipant),
			countries: countBy(rows, (row) => row.country ?? '', isParticipant),
			people: linesBy(rows, ({ kind }) => kind, isParticipant),
			organisations: linesBy(rows, ({ acronym, groupName }) => acronym ?? groupName, isParticipant)
		},
		years: [...new Set(all.map(({ startsOn }) => startsOn.slice(0, 4)))],
		countries: [...new Set(all.map(({ country }) => country).filter((code) => code !== null))].sort(),
		mayRecord: mayEver(actor, 'mobility:edit')
	};
});
