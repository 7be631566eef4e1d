const names = new Intl.DisplayNames('en', { type: 'region' });

/** A country by its name; what is no code of one is shown as it is. */
export function countryText(code: string): string {
	return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
