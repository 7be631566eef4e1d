import type { Db } from '#db/schema.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isStale } from '#lib/domain/catalogue/entry-covers.ts';
import { independenceBlocks } from '#lib/domain/independence.ts';
import { isReviewToCome } from '#lib/domain/review-to-come.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import type { listContributions } from './list-item-people.ts';
import { listOwnSignatures } from './list-own-signatures.ts';
import { listPresentEntries } from './list-present-entries.ts';
import { listReviewQueue } from './list-review-queue.ts';

type Contributions = Awaited<ReturnType<typeof listContributions>>;
type Asked = Awaited<ReturnType<typeof listReviewQueue>>[number];
type Own = Awaited<ReturnType<typeof listOwnSignatures>>[number];

/** What this person is asked to review, whether they are independent of it, and what they signed that changed since. Three queries. */
export async function findOwnReviews(
	db: Db,
	actor: Actor,
	contributions: Contributions,
	algorithm: Algorithm
) {
	const asked = await listAskedReviews(db, actor, contributions);
	const signatures = await listOwnSignatures(db, actor);
	return {
		waiting: asked.filter(isToSign),
		/** The round runs, but they advise only, or are not independent. */
		unsigned: asked.filter((one) => one.roundId !== null && one.signedAt === null && !isToSign(one)),
		signed: asked.filter((one) => one.signedAt !== null),
		later: asked.filter((one) => one.roundId === null && isReviewToCome(one, algorithm)),
		signatures: signatures.length,
		stale: await staleOf(db, signatures)
	};
}

/** What this person is asked to review, and whether they are independent of it. One query. */
export async function listAskedReviews(db: Db, actor: Actor, contributions: Contributions) {
	return (await listReviewQueue(db, actor)).map((one) => judged(one, actor, contributions));
}

/** It waits for this person's signature now: the round runs, they are asked to sign, may, and have not. */
export function isToSign(
	one: Pick<Asked, 'roundId' | 'signedAt' | 'assignment'> & { independence: readonly unknown[] }
): boolean {
	return (
		one.roundId !== null &&
		one.signedAt === null &&
		one.assignment === 'signing' &&
		one.independence.length === 0
	);
}

function judged(
	{ leadOrganisationId, conflict, covers, ...one }: Asked,
	actor: Actor,
	contributions: Contributions
) {
	return {
		...one,
		/** Versions of profiles that the round was begun with; a deliverable has none. */
		criteria: covers !== null && one.kind === 'entry' ? parseCovers(covers).criteria : [],
		independence: independenceBlocks(
			{
				leadOrganisationId,
				contributions: contributions.get(one.id) ?? [],
				conflicts: conflict === null ? [] : [{ personId: actor.personId, reason: conflict }]
			},
			candidateOf(actor)
		)
	};
}

/** A deliverable leaves a signature behind with its next version, an entry as soon as what was signed has changed. */
async function staleOf(db: Db, signatures: readonly Own[]) {
	const ids = signatures.filter((one) => one.kind === 'entry').map((one) => one.itemId);
	const entries = ids.length > 0 ? await listPresentEntries(db, [...new Set(ids)]) : null;
	return signatures
		.filter((one) => {
			if (one.kind !== 'entry') return Number(one.newestVersion) > one.signedVersion;
			const entry = entries?.get(one.itemId);
			return entry !== undefined && isStale(parseCovers(one.covers), entry);
		})
		.map(({ covers: _, itemId: __, ...one }) => one);
}

export type OwnReviews = Awaited<ReturnType<typeof findOwnReviews>>;
