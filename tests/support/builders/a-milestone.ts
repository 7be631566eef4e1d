import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Milestone } from '#db/schema/plan.ts';
import { anItem, type GivenItem } from './an-item.ts';

type Given = GivenItem & { milestone?: Partial<Omit<Insertable<Milestone>, 'itemId'>> };

/** A planned milestone without means of verification; what only milestones have goes under `milestone`. */
export async function aMilestone(db: Db, { milestone = {}, ...given }: Given) {
	const item = await anItem(db, 'milestone', given);
	const row = {
		itemId: item.id,
		paymentRelevant: 0,
		goNoGo: 0,
		achievedOn: null,
		verifiedOn: null,
		declaredOn: null,
		notAchievedReason: null,
		notAchievedConsequence: null,
		endedReference: null,
		deferredToOn: null,
		replacedByItemId: null,
		...milestone
	};
	await db.insertInto('milestone').values(row).execute();
	return { ...item, milestone: row };
}
