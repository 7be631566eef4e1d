import type { ItemTallies } from '#lib/domain/item-tallies.ts';
import { itemStateText } from '#lib/text/item-states.ts';
import type { TileFacts } from './tile.ts';

/** Above the list of deliverables or milestones. */
export function itemListTiles(
	{ late, mine, undated, inPlan: of, states }: ItemTallies,
	{ list, asOf }: { list: string; asOf: string }
): TileFacts[] {
	const common = { of, asOf, better: 'fewer' } as const;
	return [
		{
			...common,
			label: 'Late, or past the contract',
			value: late,
			missing: undated,
			missingText: 'without a day',
			href: `${list}?late=1`
		},
		{ ...common, label: 'Waiting for you', value: mine, href: `${list}?mine=1` },
		...states.map(({ state, count }) => ({
			...common,
			better: 'more' as const,
			label: itemStateText(state).label,
			value: count,
			href: `${list}?state=${state}`
		}))
	];
}
