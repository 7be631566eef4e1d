import type { Db } from '#db/schema.ts';
import { reviewPath } from '#lib/domain/item-path.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { mailedItem, queueMail } from './queue-mail.ts';

/** Tells who was assigned while a round is open that it waits for them; says whether one is. */
export async function askToReview(
	db: Db,
	actor: Actor,
	item: { id: string; kind: ItemKind; code: string; title: string },
	person: { personId: string },
	now: Date
): Promise<boolean> {
	const round = await db
		.selectFrom('reviewRound')
		.select('dueOn')
		.where('itemId', '=', item.id)
		.where('closedAt', 'is', null)
		.executeTakeFirst();
	if (!round) return false;
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'review-requested',
			to: [person.personId],
			subject: `${item.code}: please review it${round.dueOn === null ? '' : ` by ${round.dueOn}`}`,
			body: `${actor.name} asks you to review ${item.code} “${item.title}”. Its round is open.`,
			because: 'reviewer',
			about: mailedItem(item),
			path: reviewPath(item)
		},
		now
	);
	return true;
}
