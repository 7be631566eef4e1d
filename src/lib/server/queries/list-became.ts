import type { Db } from '#db/schema.ts';

/** What came of the points of a meeting and where it stands now, a row for each outcome. */
export async function listBecame(db: Db, meetingId: string) {
	return db
		.selectFrom('minutesOutcome as outcome')
		.innerJoin('meeting', 'meeting.id', 'outcome.meetingId')
		.leftJoin('decision', 'decision.id', 'outcome.decisionId')
		.leftJoin('decision as later', 'later.supersedesId', 'decision.id')
		.leftJoin('meeting as laterMeeting', 'laterMeeting.id', 'later.meetingId')
		.leftJoin('item as action', 'action.id', 'outcome.itemId')
		.leftJoin('organisation', 'organisation.id', 'action.leadOrganisationId')
		.select([
			'outcome.id',
			'outcome.agendaItemId',
			'outcome.kind',
			'outcome.text',
			'meeting.minutesState',
			'decision.code as decisionCode',
			'decision.title as decisionTitle',
			'decision.urgent',
			'decision.effectiveOn',
			'decision.level',
			'decision.origin as decisionOrigin',
			'later.urgent as laterUrgent',
			'later.origin as laterOrigin',
			'later.effectiveOn as laterEffectiveOn',
			'laterMeeting.minutesState as laterMinutesState',
			'action.code as actionCode',
			'action.title as actionTitle',
			'action.state as actionState',
			'action.agreedOn as dueOn',
			'action.origin as actionOrigin',
			'organisation.acronym as organisation'
		])
		.where('outcome.meetingId', '=', meetingId)
		.where('outcome.removedAt', 'is', null)
		.orderBy('outcome.createdAt')
		.orderBy('outcome.id')
		.execute();
}
