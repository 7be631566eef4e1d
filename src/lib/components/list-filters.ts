import type { Option } from './control.ts';

/** One thing that a list is filtered by. */
export interface Choice {
	name: string;
	label: string;
	value: string | null;
	options: readonly Option[];
	/** What stands where nothing is chosen. */
	empty?: string;
	/** Before the word in its chip: "Missing: ". */
	chip?: string;
}

/** The address of a list with other filters, and a chip for every filter that is set; `kept` have no chip. */
export function listFilters(
	base: string,
	q: string,
	choices: readonly Choice[],
	kept: Readonly<Record<string, string>> = {}
) {
	const set = { q, ...Object.fromEntries(choices.map(({ name, value }) => [name, value ?? ''])), ...kept };
	const address = (change: Readonly<Record<string, string>>): string => {
		const query = Object.entries({ ...set, ...change }).filter(([, value]) => value !== '');
		return query.length === 0 ? base : `${base}?${new URLSearchParams(query)}`;
	};
	const chosen = choices.flatMap(({ name, value, options, chip = '' }) => {
		if (value === null || value === '') return [];
		const label = options.find((one) => one.value === value)?.label ?? value;
		return [{ label: chip + label, href: address({ [name]: '' }) }];
	});
	const searched = q === '' ? [] : [{ label: `“${q}”`, href: address({ q: '' }) }];
	return { address, chips: [...searched, ...chosen] };
}

/** Values that are their own words. */
export function plainOptions(values: readonly string[]): Option[] {
	return values.map((value) => ({ value, label: value }));
}
