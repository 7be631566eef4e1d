const WORDS = [
	'D4.2',
	'Report on the first cohort of micro-credentials',
	'KOKSU',
	'in review',
	'15 Jun 2026'
];

const kept = Array.from({ length: 2000 }, (_, index) => WORDS.map((word) => `${word} ${index}`));

/** As many rows from memory as the page it is compared with shows. */
export function load({ url }: { url: URL }) {
	return { rows: kept.slice(0, Number(url.searchParams.get('rows') ?? 20)) };
}
