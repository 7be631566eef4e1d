import type { Db } from '#db/schema.ts';
import { goesToAgenda } from '#lib/domain/meetings/action-dates.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertAgendaItem } from './insert-agenda-item.ts';
import type { TakenAction } from './take-action.ts';

/**
 * An action whose due day moved too often is talked about: at the next meeting of its series that is still to come, else
 * it waits in the backlog. Once, however often it moves.
 */
export async function putOnAgenda(
	db: Db,
	actor: Actor,
	action: TakenAction,
	agreedMoves: number,
	now: Date
): Promise<void> {
	const { item, row } = action;
	const known = await db
		.selectFrom('agendaItem')
		.innerJoin('agendaLink', 'agendaLink.agendaItemId', 'agendaItem.id')
		.select('agendaItem.id')
		.where('agendaItem.source', '=', 'third-move')
		.where('agendaLink.itemId', '=', item.id)
		.executeTakeFirst();
	if (!goesToAgenda(agreedMoves, known !== undefined, action.plan)) return;

	const { projectId } = actor;
	const meeting =
		row.seriesId === null ? undefined : await findNext(db, projectId, row.seriesId, action.today);
	const at = now.toISOString();
	const id = await insertAgendaItem(
		db,
		{ projectId, personId: null },
		{
			meetingId: meeting?.id ?? null,
			seriesId: row.seriesId,
			position: Number(meeting?.last ?? 0) + 1,
			title: `${row.code}: ${row.title}`.slice(0, 300),
			description: `Its due day moved ${agreedMoves} times.`,
			presenterId: row.ownerId,
			state: meeting ? 'planned' : 'proposed',
			source: 'third-move',
			origin: row.origin
		},
		at
	);
	await db
		.insertInto('agendaLink')
		.values({
			id: newId(),
			projectId,
			agendaItemId: id,
			itemId: item.id,
			riskId: null,
			addedBy: null,
			addedAt: at
		})
		.execute();
	const details = { meeting: meeting?.slug ?? 'backlog', moves: agreedMoves };
	await recordAudit(db, actor, 'agenda:third-move', auditedItem(item), now, details);
}

function findNext(db: Db, projectId: string, seriesId: string, today: string) {
	return db
		.selectFrom('meeting')
		.innerJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.select(['meeting.id', 'meeting.slug'])
		.select((eb) =>
			eb
				.selectFrom('agendaItem')
				.whereRef('agendaItem.meetingId', '=', 'meeting.id')
				.select((items) => items.fn.max('agendaItem.position').as('last'))
				.as('last')
		)
		.where('meeting.projectId', '=', projectId)
		.where('meeting.seriesId', '=', seriesId)
		.where('meeting.state', 'in', ['planned', 'invited'])
		.where('meetingDay.day', '>=', today)
		.orderBy('meetingDay.day')
		.orderBy('meeting.slug')
		.executeTakeFirst();
}
