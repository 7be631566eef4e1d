import * as v from 'valibot';
import type { ClaimCovers } from '#lib/domain/covers.ts';

const Covers: v.GenericSchema<unknown, ClaimCovers> = v.object({
	achievedOn: v.nullable(v.string()),
	means: v.array(
		v.object({
			position: v.number(),
			text: v.string(),
			evidence: v.array(v.object({ name: v.string(), proof: v.string() }))
		})
	)
});

/** The evidence behind a claim or its signatures, as it was kept. */
export function parseClaimCovers(covers: string): ClaimCovers {
	return v.parse(Covers, JSON.parse(covers));
}
