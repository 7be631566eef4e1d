import * as v from 'valibot';
import { isDay } from '#lib/domain/days.ts';

const text = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''), '');
const day = v.fallback(
	v.optional(
		v.pipe(
			v.string(),
			v.check((value) => value === '' || isDay(value))
		),
		''
	),
	''
);

const AuditFilterSchema = v.object({
	person: text,
	act: text,
	/** D4.2, MS3 … */
	record: text,
	outcome: v.fallback(v.optional(v.picklist(['', 'done', 'refused']), ''), ''),
	from: day,
	to: day,
	/** Events before this sequence number: the next page. */
	before: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), '0'), 0)
});

export type AuditFilter = v.InferOutput<typeof AuditFilterSchema>;

/** The filter in an address; what cannot be read filters nothing. */
export function parseAuditFilter(query: URLSearchParams): AuditFilter {
	return v.parse(AuditFilterSchema, Object.fromEntries(query));
}
