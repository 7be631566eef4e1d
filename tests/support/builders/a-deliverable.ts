import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Deliverable } from '#db/schema/plan.ts';
import { anItem, type GivenItem } from './an-item.ts';

type Given = GivenItem & { deliverable?: Partial<Omit<Insertable<Deliverable>, 'itemId'>> };

/** A planned report; what only deliverables have goes under `deliverable`. */
export async function aDeliverable(db: Db, { deliverable = {}, ...given }: Given) {
	const item = await anItem(db, 'deliverable', given);
	const row = {
		itemId: item.id,
		type: 'R',
		disseminationLevel: 'PU',
		submittedOn: null,
		acceptedOn: null,
		lateJustification: null,
		lateJustifiedBy: null,
		lateJustifiedAt: null,
		publicCheckedAt: null,
		publicCheckedBy: null,
		brokeGlassAt: null,
		brokeGlassReason: null,
		brokeGlassReference: null,
		endedReference: null,
		mergedIntoItemId: null,
		...deliverable
	};
	await db.insertInto('deliverable').values(row).execute();
	return { ...item, deliverable: row };
}
