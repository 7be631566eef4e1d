import * as v from 'valibot';

/** The file itself comes beside these fields. */
export const CheckImportSchema = v.object({});

/** What the page of a dry run sends back: the very bytes that were checked, and what was seen. */
export const ConfirmImportSchema = v.object({
	fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	content: v.pipe(v.string(), v.regex(/^[\w-]+$/, 'Check the file again.')),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Check the file again.')),
	seen: v.optional(v.pipe(v.string(), v.maxLength(200_000)), ''),
	acceptsResets: v.optional(v.string(), '')
});
