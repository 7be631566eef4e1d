import type { Db } from '#db/schema.ts';
import { findEntryFacts } from './find-entry-facts.ts';
import { listReviewRecords } from './list-review-records.ts';
import { reviewFacts } from './review-facts.ts';

/** An entry with its content and everything that was reviewed and signed of it. */
export async function findEntryReview(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const found = await findEntryFacts(db, projectId, key);
	if (!found) return undefined;
	const { frozen: versions, ...records } = await listReviewRecords(db, found.item.id);
	const review = reviewFacts(found, versions, records);
	return { ...found, review, records: { versions, ...records } };
}

export type FoundEntryReview = NonNullable<Awaited<ReturnType<typeof findEntryReview>>>;
