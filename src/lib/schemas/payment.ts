import { isDay, type Day } from '#lib/domain/days.ts';

/** What the address asks: which work package is looked at closely, and which item would come on another day. */
export function readPaymentQuery(query: URLSearchParams): {
	wp: number | null;
	item: string;
	on: string;
	whatIf: { item: string; on: Day } | null;
} {
	const wp = Number(query.get('wp'));
	const item = (query.get('item') ?? '').slice(0, 20);
	const on = (query.get('on') ?? '').slice(0, 10);
	return {
		wp: Number.isInteger(wp) && wp > 0 ? wp : null,
		item,
		on,
		whatIf: item !== '' && isDay(on) ? { item, on } : null
	};
}
