const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Order for people, whatever the script. */
export function compareText(a: string, b: string): number {
	return collator.compare(a, b);
}
