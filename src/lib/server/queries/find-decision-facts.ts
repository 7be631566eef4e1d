import type { Db } from '#db/schema.ts';

/** A decision with what its standing and its readers depend on. */
export async function findDecisionFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	return db
		.selectFrom('decision')
		.leftJoin('meeting', 'meeting.id', 'decision.meetingId')
		.leftJoin('decision as later', 'later.supersedesId', 'decision.id')
		.leftJoin('meeting as laterMeeting', 'laterMeeting.id', 'later.meetingId')
		.selectAll('decision')
		.select([
			'meeting.minutesState',
			'meeting.country as meetingCountry',
			'later.code as laterCode',
			'later.urgent as laterUrgent',
			'later.effectiveOn as laterEffectiveOn',
			'laterMeeting.minutesState as laterMinutesState'
		])
		.where('decision.projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('decision.id', '=', key.id) : eb('decision.code', '=', key.code)))
		.orderBy('later.number')
		.executeTakeFirst();
}

/** The record of a decision as the audit trail names it. */
export function auditedDecision(decision: { id: string; code: string }) {
	return { type: 'decision', id: decision.id, label: decision.code };
}
