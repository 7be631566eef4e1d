import type { ElementStanding } from '#lib/domain/catalogue/criteria.ts';

/** How an element stands, in a word and in the one letter of a matrix. */
export const STANDING_WORDS: Readonly<Record<ElementStanding, { label: string; mark: string }>> = {
	complete: { label: 'Complete', mark: 'C' },
	weak: { label: 'Weak', mark: 'W' },
	missing: { label: 'Missing', mark: 'M' },
	'not-applicable': { label: 'Does not apply', mark: 'N' }
};
