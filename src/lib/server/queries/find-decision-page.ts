import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';
import { quorumOf } from '#lib/domain/meetings/quorum.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listMemberFacts } from './count-voting-members.ts';
import { findMeetingFacts } from './find-meeting-facts.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { neighboursAmong, readDecision, selectDecisions } from './list-decisions.ts';
import { listPresent } from './list-present.ts';

/** One decision with who was there, what it changed and what is to be done; undefined: none, or none for this actor. */
export async function findDecisionPage(db: Db, actor: Actor, code: string, today: Day) {
	const { projectId } = actor;
	const row = await selectDecisions(db, projectId)
		.where('decision.code', '=', code.toUpperCase())
		.executeTakeFirst();
	const decision = row && readDecision(row, actor, today);
	if (!decision) return undefined;
	const meeting =
		decision.meetingId === null
			? undefined
			: await findMeetingFacts(db, projectId, { id: decision.meetingId });
	const { plan } = await findQualityPlan(db, projectId);
	const seesActions = can(actor, 'action:read', {}).ok;
	return {
		decision: { ...decision, ...(await readableNeighbours(db, actor, decision, today)) },
		subject: meeting ? meetingSubject(meeting.facts) : {},
		seesMeeting: meeting !== undefined && can(actor, 'meeting:read', meetingSubject(meeting.facts)).ok,
		present: decision.meetingId === null ? [] : await listPresent(db, [decision.meetingId]),
		quorum: meeting
			? quorumOf(await listMemberFacts(db, projectId), meeting.invitees, plan.meetingQuorumPercent)
			: null,
		effects: can(actor, 'progress:read', {}).ok ? await listEffects(db, decision.id) : null,
		actions: seesActions ? await listActionsOf(db, decision.id) : []
	};
}

/** What it supersedes and what superseded it, as far as this actor may read those. */
async function readableNeighbours(
	db: Db,
	actor: Actor,
	decision: { supersedes: string | null; supersededBy: string | null },
	today: Day
) {
	const codes = [decision.supersedes, decision.supersededBy].filter((code) => code !== null);
	if (codes.length === 0 || can(actor, 'decision:read', {}).ok) return {};
	const rows = await selectDecisions(db, actor.projectId).where('decision.code', 'in', codes).execute();
	const readable = rows.filter((row) => readDecision(row, actor, today) !== undefined);
	return neighboursAmong(decision, new Set(readable.map(({ code }) => code)));
}

function listEffects(db: Db, decisionId: string) {
	return db
		.selectFrom('decisionEffect')
		.leftJoin('item', 'item.id', 'decisionEffect.itemId')
		.leftJoin('dateMove', (join) =>
			join.onRef('dateMove.id', '=', 'decisionEffect.recordId').on('decisionEffect.kind', '=', 'date-move')
		)
		.select(['decisionEffect.id', 'decisionEffect.kind', 'decisionEffect.label', 'decisionEffect.recordedAt'])
		.select(['item.kind as itemKind', 'item.code as itemCode', 'dateMove.fromOn', 'dateMove.toOn'])
		.where('decisionEffect.decisionId', '=', decisionId)
		.orderBy('decisionEffect.recordedAt')
		.orderBy('decisionEffect.id')
		.execute();
}

function listActionsOf(db: Db, decisionId: string) {
	return db
		.selectFrom('action')
		.innerJoin('item', 'item.id', 'action.itemId')
		.leftJoin('person', 'person.id', 'action.ownerId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select(['item.code', 'item.title', 'item.state', 'item.agreedOn', 'person.name', 'organisation.acronym'])
		.where('action.decisionId', '=', decisionId)
		.orderBy('item.position')
		.execute();
}
