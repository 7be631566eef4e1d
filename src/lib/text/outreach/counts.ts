import type { HeadTotal } from '#lib/domain/outreach/outreach-counts.ts';
import type { Total } from '#lib/domain/values.ts';
import { coverageText } from '#lib/text/values.ts';

const number = new Intl.NumberFormat('en-GB');

/** The number for a tile: null where nothing is known, which is not zero. */
export function headTotalText({ sum, isWhole }: Total): string | null {
	if (sum === null) return null;
	return isWhole ? number.format(sum) : `≥ ${number.format(sum)}`;
}

/** What a number of heads speaks of: who has counted, what is counted elsewhere, how many are women. */
export function reachText(total: HeadTotal): string {
	if (total.asked === 0 && total.elsewhere === 0) return 'Nothing took place';
	return [
		coverageText(total),
		...(total.women > 0 ? [`${number.format(total.women)} women`] : []),
		...(total.elsewhere > 0 ? [`${total.elsewhere} counted under another record`] : [])
	].join('; ');
}
