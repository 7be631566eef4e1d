import { DecideOverlapSchema } from '#lib/schemas/catalogue/overlaps.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { decideOverlap } from '#lib/server/commands/decide-overlap.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { listOverlaps } from '#lib/server/queries/list-overlaps.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';

export const load = page('catalogue:read', async ({ db, actor, project, url }) => {
	const query = url.searchParams;
	const show = query.get('show') === 'decided' ? ('decided' as const) : ('open' as const);
	const entry = query.get('entry') || null;
	const all = query.get('part') === 'all';
	const { algorithm } = await findAlgorithm(db, project.id);
	const found = await listOverlaps(db, actor, {
		...{ show, entry, all },
		page: (total, size) => pageParam(url, total, size)
	});
	return {
		...found,
		...{ show, entry, all },
		fromPercent: algorithm.overlapPercent,
		slug: project.slug,
		timeZone: project.timeZone,
		overlaps: found.overlaps.map(({ entries, ...overlap }) => ({
			...overlap,
			entries: entries.map((one) => ({ ...one, state: entryStateText(algorithm, one.state) }))
		}))
	};
});

const FLASH = { keep: 'overlap-kept', joint: 'overlap-joint', merge: 'overlap-merge' } as const;

export const actions = {
	decide: action('overlap:decide', DecideOverlapSchema, async ({ db, actor, project, now }, input) => {
		const { decision, other } = await decideOverlap(db, actor, input, now);
		const list = `/${project.slug}/catalogue/overlaps`;
		const to = decision === 'merge' ? `/${project.slug}/catalogue/${other}` : list;
		return { to, flash: FLASH[decision] };
	})
};
