import type { Db } from '#db/schema.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { readItemParts } from './list-items.ts';
import { listPeopleOfItems } from './list-people-of-items.ts';

/** Room for two projects of five thousand items. */
const MAX_BYTES = 24 * 1024 * 1024;

/**
 * What lists know of the items of a plan, of one kind or of all, and who worked on what: the same for everybody who may
 * then see a part of it, until the project changes. Two queries.
 */
export const findPlan = kept(async (db: Db, projectId: string, kind: PlanKind | null) => {
	const people = await listPeopleOfItems(db, projectId);
	return {
		parts: await readItemParts(db, projectId, people, kind === null ? undefined : [kind]),
		contributions: people.contributions
	};
}, MAX_BYTES);
