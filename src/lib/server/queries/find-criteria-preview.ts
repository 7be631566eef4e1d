import type { Db } from '#db/schema.ts';
import { previewCriteria, type CriteriaPreview } from '#lib/domain/catalogue/criteria-preview.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import type { Day } from '#lib/domain/days.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { listCriteria } from './list-criteria.ts';
import { listEntryFacts } from './list-entry-facts.ts';

interface Asked {
	code: string;
	rules: readonly CriteriaRule[];
	today: Day;
}

/** What new rules of a profile would change, beside those in force, for the entries as they stand. */
export async function findCriteriaPreview(
	db: Db,
	projectId: string,
	{ code, rules, today }: Asked
): Promise<CriteriaPreview | undefined> {
	const profile = (await listCriteria(db, projectId, today)).find((one) => one.code === code);
	if (!profile) return undefined;
	const { algorithm } = await findAlgorithm(db, projectId);
	const entries = await listEntryFacts(db, { projectId });
	return previewCriteria(
		entries,
		{ country: profile.country, before: profile.inForce.rules, after: rules },
		algorithm
	);
}
