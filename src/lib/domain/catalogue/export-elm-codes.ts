const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const SNB = 'http://data.europa.eu/snb';

/** The Publications Office writes languages by three letters. */
const LANGUAGES: Readonly<Record<string, string>> = {
	...{ en: 'ENG', kk: 'KAZ', uz: 'UZB', ru: 'RUS', es: 'SPA', it: 'ITA', el: 'ELL', ca: 'CAT' },
	...{ kaa: 'KAA', ky: 'KIR', tg: 'TGK', tr: 'TUR', de: 'DEU', fr: 'FRA', pt: 'POR', zh: 'ZHO' }
};

/** And countries, too: those of Europe, of Central Asia and around it. */
const COUNTRIES: Readonly<Record<string, string>> = {
	...{ AL: 'ALB', AM: 'ARM', AT: 'AUT', AZ: 'AZE', BA: 'BIH', BE: 'BEL', BG: 'BGR', BY: 'BLR', CH: 'CHE' },
	...{ CN: 'CHN', CY: 'CYP', CZ: 'CZE', DE: 'DEU', DK: 'DNK', EE: 'EST', ES: 'ESP', FI: 'FIN', FR: 'FRA' },
	...{ GB: 'GBR', GE: 'GEO', GR: 'GRC', HR: 'HRV', HU: 'HUN', IE: 'IRL', IS: 'ISL', IT: 'ITA', KG: 'KGZ' },
	...{ KZ: 'KAZ', LT: 'LTU', LU: 'LUX', LV: 'LVA', MD: 'MDA', ME: 'MNE', MK: 'MKD', MN: 'MNG', MT: 'MLT' },
	...{ NL: 'NLD', NO: 'NOR', PL: 'POL', PT: 'PRT', RO: 'ROU', RS: 'SRB', SE: 'SWE', SI: 'SVN', SK: 'SVK' },
	...{ TJ: 'TJK', TM: 'TKM', TR: 'TUR', UA: 'UKR', UZ: 'UZB' }
};

export interface Concept {
	id: string;
	type: 'Concept';
	prefLabel?: Readonly<Record<string, string>>;
	notation?: string;
	inScheme?: { id: string; type: 'ConceptScheme' };
}

function concept(list: string, code: string, scheme = list): Concept {
	return { id: `${list}/${code}`, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' } };
}

/** A list of the European Commission: its scheme has an address of its own, the same ending in every list. */
function commissionConcept(list: string, code: string): Concept {
	return concept(`${SNB}/${list}`, code, `${SNB}/${list}/25831c2`);
}

export function languageConcepts(codes: readonly string[]): Concept[] {
	return codes.flatMap((code) => {
		const known = LANGUAGES[code];
		return known === undefined ? [] : [concept(`${AUTHORITY}/language`, known)];
	});
}

/** A country that is not in our list is told by its ISO code. */
export function countryConcept(code: string): Concept {
	const known = COUNTRIES[code];
	return known === undefined
		? { id: `urn:iso:std:iso:3166:${code}`, type: 'Concept', notation: code }
		: concept(`${AUTHORITY}/country`, known);
}

export function iscedConcept(field: string): Concept {
	return commissionConcept('isced-f', field);
}

export function eqfConcept(level: number): Concept {
	return commissionConcept('eqf', String(level));
}

const QDR = `${SNB}/qdr/`;

/** A national level: by its address in the Commission's list where it is given so, else in its own words. */
export function nationalConcept(id: string, level: string): Concept {
	const said = level.trim();
	return said.startsWith(QDR)
		? commissionConcept('qdr', said.slice(QDR.length))
		: { id: `${id}#national-level`, type: 'Concept', prefLabel: { en: said } };
}

/** Out of a list of the Union, and no words of our own. */
export function isListed({ inScheme }: Concept): boolean {
	return inScheme !== undefined;
}

export const ECTS: Concept = {
	id: `${SNB}/education-credit/6fcec5c5af`,
	type: 'Concept',
	inScheme: { id: `${SNB}/education-credit/25831c2`, type: 'ConceptScheme' },
	prefLabel: { en: 'European Credit Transfer System' }
};

/** Modes of learning in the list of the European Commission. */
const MODES: Readonly<Record<string, string>> = {
	online: '920fbb3cbe',
	onsite: '9191af2ed9',
	blended: 'e92d221e4d'
};

export function modeConcepts(forms: readonly string[]): Concept[] {
	return forms.flatMap((form) => {
		const known = MODES[form];
		return known === undefined ? [] : [commissionConcept('learning-assessment', known)];
	});
}
