import { itemStateText } from '#lib/text/item-states.ts';
import type { TileFacts } from './tile.ts';

export interface ItemTallies {
	late: number;
	mine: number;
	/** Open ones without any day, which never become late. */
	undated: number;
	states: readonly { state: string; count: number }[];
}

/** Above the list of deliverables or milestones. */
export function itemListTiles(
	{ late, mine, undated, states }: ItemTallies,
	of: number,
	{ list, asOf }: { list: string; asOf: string }
): TileFacts[] {
	const common = { of, asOf, better: 'fewer' } as const;
	return [
		{
			...common,
			label: 'Late',
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
