import type { Db } from '#db/schema.ts';
import { canonicalJson } from '#lib/domain/catalogue/canonical.ts';
import type { Day } from '#lib/domain/days.ts';
import { sha256 } from '#lib/server/ids.ts';
import { listCriteria } from './list-criteria.ts';

/** The versions in force of some profiles, as signatures name them. */
export async function listPinnedCriteria(db: Db, projectId: string, codes: readonly string[], today: Day) {
	const profiles = await listCriteria(db, projectId, today);
	return profiles
		.filter((one) => codes.includes(one.code))
		.map(({ code, inForce }) => ({
			code,
			version: inForce.number,
			sha256: sha256(canonicalJson(inForce.rules))
		}));
}
