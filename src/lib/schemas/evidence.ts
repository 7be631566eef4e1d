import * as v from 'valibot';

export const WithdrawEvidence = v.object({
	reason: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Say why it is withdrawn.'),
		v.maxLength(2000, 'At most 2,000 characters.')
	)
});
export type WithdrawEvidence = v.InferOutput<typeof WithdrawEvidence>;

const word = v.optional(v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''), '');

/** The filters of the evidence list as they stand in its address. */
const EvidenceListParameters = v.object({
	search: word,
	holder: word,
	standing: v.optional(v.fallback(v.picklist(['all', 'stands', 'withdrawn', 'unused']), 'all'), 'all'),
	page: v.optional(
		v.fallback(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1)), 1),
		'1'
	)
});
export type EvidenceListParameters = v.InferOutput<typeof EvidenceListParameters>;

export function readEvidenceList(url: URL): EvidenceListParameters {
	return v.parse(EvidenceListParameters, Object.fromEntries(url.searchParams));
}
