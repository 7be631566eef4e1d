import type { Reason } from '#lib/domain/reasons.ts';
import type { StoredElement } from './content.ts';

/** What a file would do, or did, to one entry. */
export interface ImportRow {
	/** As the spreadsheet counts them. */
	number: number;
	/** Of the entry; one that is new gets it here. */
	code: string | null;
	title: string;
	fate: 'create' | 'update' | 'unchanged' | 'refused';
	/** Written by this row. */
	elements: readonly StoredElement[];
	/** What it does to a review or to signatures. */
	outcome: 'untouched' | 'round-ended' | 'reset';
	/** Signatures that no longer cover what lies there. */
	left: number;
	refused: readonly { reason: Reason; column: string | null }[];
	/** Of the entry as it stood; null for a new one. */
	version: number | null;
}

export interface ImportReport {
	fileName: string;
	sha256: string;
	rows: readonly ImportRow[];
	/** False after a dry run, and after one that had to be refused. */
	stored: boolean;
	/** The state that entries are sent back to when what was signed changes. */
	returnTo: string;
	/** What stands against storing it, beside refused rows. */
	reasons: readonly Reason[];
}

export function countRows(rows: readonly ImportRow[], fate: ImportRow['fate']): number {
	return rows.filter((row) => row.fate === fate).length;
}

/** Rows that send an entry back or end its review: they need a consent of their own. */
export function resettingRows(rows: readonly ImportRow[]): ImportRow[] {
	return rows.filter(({ outcome, left }) => outcome !== 'untouched' || left > 0);
}

/** The versions that a dry run saw, as the confirming form carries them: `MC-A-01:3 MC-B-02:7`. */
export function seenVersions(rows: readonly ImportRow[]): string {
	return rows
		.flatMap(({ code, version }) => (code === null || version === null ? [] : [`${code}:${version}`]))
		.join(' ');
}

export function parseSeen(text: string): ReadonlyMap<string, number> {
	return new Map(
		text.split(' ').flatMap((pair) => {
			const at = pair.lastIndexOf(':');
			return at < 1 ? [] : [[pair.slice(0, at), Number(pair.slice(at + 1))] as const];
		})
	);
}
