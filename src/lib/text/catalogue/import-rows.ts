import type { ImportRow } from '#lib/domain/catalogue/import-report.ts';
import { ELEMENT_WORDS } from './elements.ts';

export const FATE_TEXT = {
	create: { label: 'New', tone: 'info' },
	update: { label: 'Changed', tone: 'waiting' },
	unchanged: { label: 'Unchanged', tone: 'neutral' },
	refused: { label: 'Refused', tone: 'bad' }
} as const satisfies Record<ImportRow['fate'], unknown>;

export function elementsText({ elements }: ImportRow): string {
	return elements.map((element) => ELEMENT_WORDS[element].label).join(', ');
}

/** What a change does to signatures and to a review; null where it does nothing. */
export function resetText({ code, outcome, left }: ImportRow, returnTo: string): string | null {
	const signatures = left === 1 ? '1 signature' : `${left} signatures`;
	const behind = left === 0 ? '' : ` and leaves ${signatures} behind`;
	if (outcome === 'reset') return `This sends ${code} back to ${returnTo.replaceAll('-', ' ')}${behind}.`;
	if (outcome === 'round-ended') return `This ends the review of ${code}${behind}.`;
	return left === 0 ? null : `This leaves ${signatures} of ${code} behind.`;
}
