import type { MatrixGroup, MatrixStanding } from '#lib/domain/catalogue/matrix-filter.ts';
import type { CellStanding, GapCount } from '#lib/domain/catalogue/matrix.ts';
import { countryText } from '#lib/text/countries.ts';

/** The letter of a cell, and what it means. */
export const CELL_TEXT: Record<CellStanding, { letter: string; label: string }> = {
	complete: { letter: 'C', label: 'complete' },
	weak: { letter: 'W', label: 'weak' },
	missing: { letter: 'M', label: 'missing' },
	'not-applicable': { letter: 'N', label: 'not applicable' },
	outside: { letter: '·', label: 'not asked' }
};

export const MATRIX_GROUP_TEXT: Record<MatrixGroup, string> = {
	country: 'Country',
	partner: 'Partner',
	theme: 'Theme',
	state: 'State',
	none: 'Nothing'
};

export const MATRIX_STANDING_TEXT: Record<MatrixStanding, string> = {
	open: 'Open: missing or weak',
	missing: 'Missing',
	weak: 'Weak',
	complete: 'Nothing open'
};

/** What a group is called: its own name, or that of its country or state. */
export function groupText(
	group: MatrixGroup,
	{ key, name }: { key: string; name: string | null },
	stateTitle: (state: string) => string
): string {
	if (name !== null) return name;
	if (group === 'country') return countryText(key);
	if (group === 'state') return stateTitle(key);
	return group === 'theme' ? 'No theme yet' : key;
}

/** 12 missing, 4 weak; `nothing open` where both are none. */
export function gapCountText({ missing, weak }: GapCount): string {
	const parts = [missing > 0 && `${missing} missing`, weak > 0 && `${weak} weak`].filter(Boolean);
	return parts.length > 0 ? parts.join(', ') : 'nothing open';
}

/** 1 field, 12 fields. */
export function fieldsText(count: number): string {
	return count === 1 ? '1 field' : `${count} fields`;
}

export function entriesText(count: number): string {
	return count === 1 ? '1 entry' : `${count} entries`;
}
