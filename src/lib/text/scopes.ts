import { countryText } from './countries.ts';

interface Scopes {
	organisations: readonly { id: string; acronym: string; country: string }[];
	workPackages: readonly { id: string; number: number; title: string }[];
	items: readonly { id: string; code: string; title: string }[];
}

/** Everything a role can be held for, as options of one field: the type and the id. */
export function scopeOptions({ organisations, workPackages, items }: Scopes) {
	const countries = [...new Set(organisations.map((one) => one.country))].sort();
	return [
		{ value: 'project', label: 'The whole project' },
		...countries.map((code) => ({ value: `country:${code}`, label: `Country: ${countryText(code)}` })),
		...organisations.map(({ id, acronym }) => ({
			value: `organisation:${id}`,
			label: `Organisation: ${acronym}`
		})),
		...workPackages.map(({ id, number, title }) => ({
			value: `work-package:${id}`,
			label: `WP${number} ${title}`
		})),
		...items.map(({ id, code, title }) => ({ value: `item:${id}`, label: `${code} ${title}` }))
	];
}
