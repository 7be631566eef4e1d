import * as v from 'valibot';
import { OVERLAP_DECISIONS } from '#lib/domain/catalogue/overlap-rules.ts';
import { Id, optionalText } from '#lib/schemas/fields.ts';

export const DecideOverlapSchema = v.pipe(
	v.object({
		overlapId: Id,
		/** When the decision that the page showed was taken; empty: there was none. */
		seen: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
		decision: v.picklist(OVERLAP_DECISIONS, 'Choose what shall become of the two.'),
		/** The entry that stays. */
		into: v.pipe(
			v.optional(v.string(), ''),
			v.transform((id) => (id === '' ? null : id))
		),
		reason: optionalText(1000)
	}),
	v.forward(
		v.check(({ decision, reason }) => decision !== 'keep' || reason !== '', 'Say why both are needed.'),
		['reason']
	)
);
export type DecideOverlap = v.InferOutput<typeof DecideOverlapSchema>;
