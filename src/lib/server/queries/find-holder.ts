import type { Db } from '#db/schema.ts';
import { entryHolder } from '#lib/domain/catalogue/entry-holder.ts';
import type { Day } from '#lib/domain/days.ts';
import { deliverableHolder } from '#lib/domain/deliverable-holder.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { actionHolder } from '#lib/domain/meetings/action-holder.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import { factsOf, heldAction, selectActions } from './find-action-facts.ts';
import { findDeliverableFacts } from './find-deliverable-facts.ts';
import { findEntryFacts } from './find-entry-facts.ts';
import { withSteps } from './find-entry-steps.ts';
import { findMilestoneFacts } from './find-milestone-facts.ts';

/** With whom an item of any kind lies now; null where nothing is expected of anybody. */
export async function findHolder(
	db: Db,
	projectId: string,
	{ id, kind }: { id: string; kind: string },
	today: Day
): Promise<Holder | null> {
	switch (kind) {
		case 'deliverable': {
			const found = await findDeliverableFacts(db, projectId, { id });
			return found ? deliverableHolder(found.facts) : null;
		}
		case 'milestone': {
			const found = await findMilestoneFacts(db, projectId, { id });
			return found ? milestoneHolder(found.facts) : null;
		}
		case 'action':
			return findActionHolder(db, projectId, id);
		case 'entry': {
			const found = await findEntryFacts(db, projectId, { id });
			if (!found) return null;
			const { algorithm, stepFacts } = await withSteps(db, found, today);
			return entryHolder(algorithm, stepFacts);
		}
		default:
			return null;
	}
}

/** What is open counts as accepted only days later. */
async function findActionHolder(db: Db, projectId: string, id: string): Promise<Holder | null> {
	const row = await selectActions(db, projectId).where('item.id', '=', id).executeTakeFirst();
	if (!row) return null;
	return actionHolder(heldAction(row, factsOf(row).state));
}
