/** Codes of an organisation's entries begin like this: `MC-KAZNU-`. */
export function entryCodePrefix(organisationCode: string): string {
	const letters = organisationCode
		.normalize('NFKD')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	return `MC-${letters === '' ? 'X' : letters}-`;
}

/** The next free number; numbers of entries that were merged or retired are never used again. */
export function nextEntryNumber(prefix: string, codes: readonly string[]): number {
	const numbers = codes
		.filter((code) => code.startsWith(prefix))
		.map((code) => Number(code.slice(prefix.length)));
	return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

export function entryCode(prefix: string, number: number): string {
	return prefix + String(number).padStart(2, '0');
}
