import { AMENDMENT_REASON, DECISION_REASON, type DateKind } from '#lib/domain/date-moves.ts';

export const DATE_KIND_TEXT = {
	contractual: 'Contractual',
	agreed: 'Agreed',
	forecast: 'Forecast'
} as const satisfies Record<DateKind, string>;

/** The reason of a move in words; one that the quality plan no longer lists is shown as its code. */
export function moveReasonText(code: string, known: readonly { code: string; label: string }[]): string {
	if (code === DECISION_REASON) return 'Decision';
	if (code === AMENDMENT_REASON) return 'Amendment';
	return known.find((reason) => reason.code === code)?.label ?? code;
}
