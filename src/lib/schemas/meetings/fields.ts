import * as v from 'valibot';

/** The id of a record, or null. */
export const OptionalId = v.pipe(
	v.optional(v.nullable(v.string()), ''),
	v.transform((text) => (text === null || text === '' ? null : text)),
	v.nullable(v.pipe(v.string(), v.uuid('Reload the page.')))
);

/** A count from 0 to 999, or null where nobody counted. */
export const OptionalCount = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Enter a whole number.'),
	v.transform((text) => (text === '' ? null : Number(text)))
);

/** A box that was ticked. */
export const Ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text !== '')
);
