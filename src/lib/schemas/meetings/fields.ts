import * as v from 'valibot';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a record, or null where nothing was chosen. */
export const OptionalId = v.pipe(
	v.optional(v.string(), ''),
	v.check((text) => text === '' || UUID.test(text), 'Reload the page.'),
	v.transform((text) => (text === '' ? null : text))
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

/** A form that is only its button. */
export const NothingSchema = v.object({});
