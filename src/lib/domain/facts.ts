/** Kinds of public records that have no life cycle of their own (yet). `unpublished`: looked for, and not public. */
export const FACT_KINDS = [
	'objective',
	'output',
	'milestone',
	'meeting',
	'event',
	'publication',
	'indicator',
	'sdg',
	'policy',
	'catalogue',
	'contact',
	'unpublished'
] as const;
export type FactKind = (typeof FACT_KINDS)[number];
