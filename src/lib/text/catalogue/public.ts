import type { PublicFacet } from '#lib/domain/catalogue/public-filter.ts';
import { countryText } from '#lib/text/countries.ts';
import { languageName, PARTICIPATION_WORDS, SDG_WORDS } from './vocabularies.ts';

export const FACET_LABELS: Readonly<Record<PublicFacet, string>> = {
	theme: 'Theme',
	country: 'Country',
	organisation: 'Awarding body',
	language: 'Language',
	level: 'Level',
	sdg: 'SDG',
	form: 'Form'
};

/** Names that only the project knows, by code. */
export interface PublicNames {
	organisation: Readonly<Record<string, string>>;
	theme: Readonly<Record<string, string>>;
}

const FORMS: Readonly<Record<string, string>> = PARTICIPATION_WORDS;

export function facetText(facet: PublicFacet, code: string, names: PublicNames): string {
	switch (facet) {
		case 'theme':
			return names.theme[code] ?? code;
		case 'organisation':
			return names.organisation[code] ?? code;
		case 'country':
			return countryText(code);
		case 'language':
			return languageName(code);
		case 'level':
			return `EQF ${code}`;
		case 'sdg':
			return `${code} ${SDG_WORDS[code] ?? ''}`.trim();
		case 'form':
			return FORMS[code] ?? code;
	}
}

/** Files of the public catalogue, by what they are for. */
export const PUBLIC_FILES = [
	{ file: 'elm.jsonld', label: 'European Learning Model', about: 'JSON-LD for Europass, version 3' },
	{ file: 'moochub.json', label: 'MOOChub', about: 'JSON for course hubs, version 3' },
	{ file: 'open-badges.json', label: 'Open Badges', about: 'Achievements, version 3.0' },
	{ file: 'catalogue.csv', label: 'CSV', about: 'one row per micro-credential' },
	{ file: 'catalogue.xlsx', label: 'Excel', about: 'one row per micro-credential' }
] as const;

export const ENDED_TEXT = {
	retired: 'No longer offered',
	merged: 'Part of another micro-credential'
} as const;
