import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { mailedItem, queueMail } from '#lib/server/commands/queue-mail.ts';
import { dutyMail } from '#lib/text/mail/duties.ts';

/** Fields of an entry are somebody's to complete. */
export async function tellOfDuty(
	db: Db,
	actor: Actor,
	item: { id: string; kind: ItemKind; code: string; title: string },
	duty: { personId: string; count: number; dueOn: Day | null; note: string },
	now: Date
): Promise<void> {
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'ball',
			to: [duty.personId],
			from: actor.personId,
			...dutyMail(item, actor, duty),
			because: 'owner',
			about: mailedItem(item),
			path: `${itemPath(item)}/edit`
		},
		now
	);
}
