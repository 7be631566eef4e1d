import * as v from 'valibot';

export const line = (most: number, missing: string) =>
	v.pipe(
		v.string(missing),
		v.trim(),
		v.minLength(1, missing),
		v.maxLength(most, `At most ${most} characters.`)
	);

export const id = line(60, 'Choose from the list.');

export const text = (most: number) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, `At most ${most} characters.`)), '');

/** A ticked box. */
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

export const sha256Text = v.pipe(
	v.string('This field is missing.'),
	v.transform((value) => value.replace(/\s/g, '').toLowerCase()),
	v.regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 characters from 0 to 9 and a to f.')
);

/** Only needed when the password was given longer ago than a few minutes. */
export const password = v.optional(v.pipe(v.string(), v.maxLength(1000)));

export const OfItem = v.object({ itemId: id });
export type OfItem = v.InferOutput<typeof OfItem>;

export const DeliverablePlan = v.object({
	itemId: id,
	version: v.pipe(v.string('This field is missing.'), v.transform(Number), v.integer('Reload the page.')),
	type: line(20, 'Choose a type.'),
	level: line(20, 'Choose a level.'),
	description: text(4000)
});
export type DeliverablePlan = v.InferOutput<typeof DeliverablePlan>;

export const NewContributor = v.object({ itemId: id, organisationId: id, note: text(300) });
export type NewContributor = v.InferOutput<typeof NewContributor>;

export const NewFiles = v.object({ itemId: id, note: text(2000), endsReview: ticked });
export type NewFiles = v.InferOutput<typeof NewFiles>;

export const OfVersionFile = v.object({ itemId: id, evidenceId: id });
export type OfVersionFile = v.InferOutput<typeof OfVersionFile>;

export const OpenReview = v.object({ itemId: id, note: text(2000) });
export type OpenReview = v.InferOutput<typeof OpenReview>;

export const Justification = v.object({ itemId: id, text: line(4000, 'Say why it is late.') });
export type Justification = v.InferOutput<typeof Justification>;
