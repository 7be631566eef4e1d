import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { isActionState } from '#lib/domain/meetings/actions.ts';
import type { Actor } from '#lib/domain/roles.ts';

const STANDING = ['open', 'accepted', 'in-progress', 'blocked', 'done-claimed'] as const;

/** Actions of earlier meetings of the same series that nobody has verified yet, the longest due first. */
export async function listSeriesActions(
	db: Db,
	actor: Actor,
	meeting: { id: string; seriesId: string | null }
) {
	if (meeting.seriesId === null || !can(actor, 'action:read', {}).ok) return [];
	const rows = await db
		.selectFrom('action')
		.innerJoin('item', 'item.id', 'action.itemId')
		.innerJoin('meeting', 'meeting.id', 'action.meetingId')
		.leftJoin('person', 'person.id', 'action.ownerId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.id', 'item.code', 'item.title', 'item.state', 'item.agreedOn', 'item.forecastOn'])
		.select(['person.name as owner', 'organisation.acronym as organisation', 'meeting.slug as meeting'])
		.where('item.projectId', '=', actor.projectId)
		.where('meeting.seriesId', '=', meeting.seriesId)
		.where('meeting.id', '<>', meeting.id)
		.where('item.state', 'in', STANDING)
		.orderBy('item.agreedOn', (order) => order.asc().nullsLast())
		.orderBy('item.position')
		.execute();
	return rows.map((row) => ({ ...row, state: isActionState(row.state) ? row.state : ('open' as const) }));
}
