import type { Db } from '#db/schema.ts';
import type { OutcomeContent } from '#lib/domain/meetings/minutes-content.ts';

/** What came of the points of a meeting, in the order it was written down, with the state of each action as it is now. */
export async function listMinutesOutcomes(db: Db, meetingId: string) {
	return db
		.selectFrom('minutesOutcome as outcome')
		.leftJoin('decision', 'decision.id', 'outcome.decisionId')
		.leftJoin('item', 'item.id', 'outcome.itemId')
		.leftJoin('action', 'action.itemId', 'item.id')
		.leftJoin('person as owner', 'owner.id', 'action.ownerId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select([
			'outcome.id',
			'outcome.agendaItemId',
			'outcome.kind',
			'outcome.text',
			'outcome.createdAt',
			'decision.id as decisionId',
			'decision.code as decisionCode',
			'decision.title as decisionTitle',
			'decision.text as decisionText',
			'decision.how',
			'decision.votesFor',
			'decision.votesAgainst',
			'decision.votesAbstained',
			'decision.urgent',
			'decision.effectiveOn',
			'decision.level',
			'decision.origin as decisionOrigin',
			'item.code as actionCode',
			'item.title as actionTitle',
			'item.state as actionState',
			'item.agreedOn as dueOn',
			'item.origin as actionOrigin',
			'owner.name as owner',
			'organisation.acronym as organisation'
		])
		.where('outcome.meetingId', '=', meetingId)
		.where('outcome.removedAt', 'is', null)
		.orderBy('outcome.createdAt')
		.orderBy('outcome.id')
		.execute();
}

export type OutcomeRow = Awaited<ReturnType<typeof listMinutesOutcomes>>[number];

/** An outcome as the minutes tell it. */
export function outcomeContent(row: OutcomeRow): OutcomeContent {
	if (row.kind === 'decision' && row.decisionCode !== null && row.how !== null)
		return {
			kind: 'decision',
			code: row.decisionCode,
			title: row.decisionTitle ?? '',
			text: row.decisionText ?? '',
			how: row.how,
			votes: votesOf(row),
			effectiveOn: row.effectiveOn ?? '',
			isUrgent: row.urgent === 1,
			level: row.level ?? 'SEN'
		};
	if (row.kind === 'action' && row.actionCode !== null)
		return {
			kind: 'action',
			code: row.actionCode,
			title: row.actionTitle ?? '',
			owner: row.owner ?? '',
			organisation: row.organisation ?? '',
			dueOn: row.dueOn ?? ''
		};
	return { kind: 'information', text: row.text };
}

function votesOf({ votesFor, votesAgainst, votesAbstained }: OutcomeRow) {
	if (votesFor === null && votesAgainst === null && votesAbstained === null) return null;
	return { for: votesFor ?? 0, against: votesAgainst ?? 0, abstained: votesAbstained ?? 0 };
}
