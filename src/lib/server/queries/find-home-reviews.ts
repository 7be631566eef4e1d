import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { findingsOf } from '#lib/domain/review-findings.ts';
import { begunBefore } from '#lib/domain/rule-versions.ts';
import type { HomeSection } from '#lib/domain/home.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import { findOwnReviews } from './find-own-reviews.ts';
import type { ListContext } from './list-items.ts';
import { listReviewFindings } from './list-review-findings.ts';
import { listRuleVersions } from './list-rule-versions.ts';

/** Changes of rules that the first page names. */
const RULES = 5;

interface Asked {
	sections: readonly HomeSection[];
	contributions: NonNullable<ListContext['contributions']>;
	data: DataOf;
	algorithm: Algorithm;
}

/** What the first page says of reviews: one's own, the rules they go by, and what all of them find. */
export async function findHomeReviews(
	db: Db,
	actor: Actor,
	{ sections, contributions, data, algorithm }: Asked
) {
	const own = sections.includes('queue') ? await findOwnReviews(db, actor, contributions, algorithm) : null;
	const versions = sections.includes('rules') ? await listRuleVersions(db, actor.projectId, RULES) : null;
	return {
		own,
		rules:
			versions?.map((version) => ({
				...version,
				begunBefore: begunBefore(version, own?.waiting ?? [])
			})) ?? null,
		findings: sections.includes('findings') ? findingsOf(await listReviewFindings(db, actor, data)) : null
	};
}
