import { MOBILITY_KINDS } from '#lib/domain/outreach/mobility.ts';
import type { Cell, HeadTotal } from '#lib/domain/outreach/outreach-counts.ts';
import { headTotalText, reachText } from '#lib/text/outreach/counts.ts';
import { MOBILITY_KINDS_TEXT } from '#lib/text/outreach/words.ts';
import type { TileFacts } from './tile.ts';

function headTile(label: string, heads: HeadTotal, href: string): TileFacts {
	return {
		...{ label, value: headTotalText(heads), coverage: reachText(heads), better: 'more', href },
		...{ missing: heads.missing, missingText: 'not counted' }
	};
}

interface MobilityTotals {
	kinds: readonly Cell[];
	participants: HeadTotal;
	trainers: HeadTotal;
}

/** `hrefOf`: the list of one kind. */
export function mobilityTiles(totals: MobilityTotals, hrefOf: (kind: string) => string): TileFacts[] {
	const { kinds, participants, trainers } = totals;
	return [
		...MOBILITY_KINDS.map((kind): TileFacts => {
			const cell = kinds.find(({ key }) => key === kind);
			return {
				label: MOBILITY_KINDS_TEXT[kind],
				value: cell?.records ?? 0,
				better: 'more',
				missing: cell?.heads.missing ?? 0,
				missingText: 'not counted',
				coverage: cell ? `${headTotalText(cell.heads) ?? 'nobody counted'} people` : undefined,
				href: hrefOf(kind)
			};
		}),
		headTile('People who took part', participants, '#activities'),
		headTile('Trainers', trainers, '#activities')
	];
}

interface OutreachCounts {
	held: number;
	publications: number;
	appearances: number;
	reach: HeadTotal;
	/** Public lines that took place, and how many of them somebody checked. */
	open: number;
	confirmed: number;
}

export function outreachTiles(counts: OutreachCounts, hrefOf: (by: Record<string, string>) => string) {
	const { held, reach, publications, appearances, open, confirmed } = counts;
	const tiles: TileFacts[] = [
		{ label: 'Events and information days', value: held, better: 'more', href: '#lines' },
		headTile('People reached', reach, '#lines'),
		{
			...{ label: 'Publications', value: publications, better: 'more' },
			href: hrefOf({ kind: 'publication' })
		},
		{ label: 'Web and media', value: appearances, better: 'more', href: '#lines' },
		{
			...{ label: 'Emblem and disclaimer checked', value: confirmed, of: open, better: 'more' },
			...{ missing: open - confirmed, missingText: 'not checked' },
			status: open > 0 ? { tone: 'good', label: 'All checked' } : undefined,
			href: hrefOf({ missing: 'visibility' })
		}
	];
	return tiles;
}
