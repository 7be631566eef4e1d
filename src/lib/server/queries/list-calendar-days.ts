import type { Db } from '#db/schema.ts';
import { mayAlways, mayEver } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listItems } from './list-items.ts';
import { listReviewQueue } from './list-review-queue.ts';

export interface CalendarDay {
	/** What falls due: the item itself, or somebody's review of it. */
	about: 'item' | 'review';
	/** Stable, of the record. */
	id: string;
	kind: ItemKind;
	code: string;
	title: string;
	day: Day;
	/** How often the day moved. */
	moves: number;
	changedAt: string;
}

/** Days on which something falls due that lies with this person or their organisation, as far as they may see it. */
export async function listCalendarDays(db: Db, actor: Actor, today: Day): Promise<CalendarDay[]> {
	const plan = mayEver(actor, 'progress:read') ? await listDeadlines(db, actor, today) : [];
	const others = await listDatedItems(db, actor);
	const reviews = mayEver(actor, 'review:comment') ? await listReviewQueue(db, actor) : [];
	const items = [...plan, ...others];
	const changes = await listChanges(
		db,
		items.map((one) => one.id)
	);
	return [
		...items.map((one) => {
			const own = changes.filter(({ id }) => id === one.id);
			const moved = own.flatMap(({ movedAt }) => (movedAt === null ? [] : [movedAt]));
			const changedAt = moved.at(-1) ?? own[0]?.createdAt ?? '';
			return { ...one, about: 'item' as const, moves: moved.length, changedAt };
		}),
		...reviews.flatMap(({ assignmentId, roundId, dueOn, openedAt, signedAt, kind, code, title }) =>
			roundId === null || dueOn === null || signedAt !== null
				? []
				: [
						{
							about: 'review' as const,
							id: `${roundId}-${assignmentId}`,
							kind,
							code,
							title,
							day: dueOn,
							moves: 0,
							changedAt: openedAt ?? ''
						}
					]
		)
	];
}

/** Open deliverables and milestones that the person or their organisation holds, or that their organisation leads. */
async function listDeadlines(db: Db, actor: Actor, today: Day) {
	const items = await listItems(db, actor, { today, soonDays: 0 });
	return items.flatMap(({ id, kind, code, title, dates, mine, holder, leadOrganisationId }) => {
		const isTheirs =
			mine || leadOrganisationId === actor.organisationId || holder?.organisationId === actor.organisationId;
		const isOpen = dates.doneOn === null && dates.state !== 'ended' && dates.state !== 'untold';
		if (!isTheirs || !isOpen || dates.due === null) return [];
		return [{ id, kind, code, title, day: dates.due }];
	});
}

/** Entries of the organisation that are to be ready by an agreed day, and actions of the person or the organisation. */
async function listDatedItems(db: Db, actor: Actor) {
	const kinds = [
		...(mayAlways(actor, 'entry:read') ? (['entry'] as const) : []),
		...(mayAlways(actor, 'action:read') ? (['action'] as const) : [])
	];
	if (kinds.length === 0) return [];
	const rows = await db
		.selectFrom('item')
		.leftJoin('action', 'action.itemId', 'item.id')
		.select(['item.id', 'item.kind', 'item.code', 'item.title', 'item.agreedOn'])
		.where('item.projectId', '=', actor.projectId)
		.where('item.kind', 'in', kinds)
		.where('item.agreedOn', 'is not', null)
		.where('item.state', 'not in', [
			'published',
			'merged',
			'retired',
			'verified',
			'declined',
			'cancelled',
			'superseded'
		])
		.where((eb) =>
			eb.or([
				eb('item.leadOrganisationId', '=', actor.organisationId),
				eb('action.ownerId', '=', actor.personId)
			])
		)
		.orderBy('item.code')
		.execute();
	return rows.flatMap(({ agreedOn, ...row }) => (agreedOn === null ? [] : [{ ...row, day: agreedOn }]));
}

/** When each item came about and when its due day moved, the oldest first. */
function listChanges(db: Db, itemIds: readonly string[]) {
	return db
		.selectFrom('item')
		.leftJoin('dateMove', (join) =>
			join.onRef('dateMove.itemId', '=', 'item.id').on('dateMove.dateKind', 'in', ['agreed', 'contractual'])
		)
		.select(['item.id', 'item.createdAt', 'dateMove.movedAt'])
		.where('item.id', 'in', itemIds.length > 0 ? itemIds : [''])
		.orderBy('dateMove.movedAt', (order) => order.asc().nullsLast())
		.orderBy('dateMove.id')
		.orderBy('item.id')
		.execute();
}
