/** Where a record comes from: entered by the consortium, stated or inferred from a public source, or invented as sample data. */
export const ORIGINS = ['entered', 'stated', 'inferred', 'sample'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Of a public source, not of the consortium's own making. */
export function isOfPublicRecord(origin: Origin): boolean {
	return origin === 'stated' || origin === 'inferred';
}
