import type { Option } from '#lib/components/control.ts';
import { plainOptions, type Choice } from '#lib/components/list-filters.ts';
import { countryText } from '#lib/text/countries.ts';

interface Chosen {
	kind: string | null;
	year: string | null;
	country: string | null;
}

/** What the log, and mobility and training, are both filtered by; `none` among the years: the date is not known. */
export function recordChoices(
	{ kind, year, country }: Chosen,
	kinds: readonly Option[],
	{ years, countries }: { years: readonly string[]; countries: readonly string[] }
): Choice[] {
	return [
		{ name: 'kind', label: 'Kind', value: kind, options: kinds },
		{
			name: 'year',
			label: 'Year',
			value: year,
			options: plainOptions(years).map((one) =>
				one.value === 'none' ? { ...one, label: 'Date not known' } : one
			)
		},
		{
			name: 'country',
			label: 'Country',
			value: country,
			options: countries.map((code) => ({ value: code, label: countryText(code) }))
		}
	];
}
