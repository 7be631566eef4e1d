const names = new Intl.DisplayNames('en', { type: 'region' });

/** A country by its name; what is no code of one is shown as it is. */
export function countryText(code: string): string {
	return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** Countries to choose from: those of the consortium and where its people go. */
export const COUNTRIES: readonly string[] = (
	'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' +
	'KZ KG TJ TM UZ AM AZ GE MD UA TR CH GB IS NO CN JP KR US'
)
	.split(' ')
	.sort((a, b) => countryText(a).localeCompare(countryText(b), 'en'));

/** "Almaty, Kazakhstan", as far as it is told. */
export function placeText({ place, country }: { place: string; country: string | null }): string {
	return [place, country === null ? '' : countryText(country)].filter((part) => part !== '').join(', ');
}
