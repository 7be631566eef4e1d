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
