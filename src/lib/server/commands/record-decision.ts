import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { decisionCode } from '#lib/domain/meetings/decisions.ts';
import { recordBlocks } from '#lib/domain/meetings/decision-rules.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { RecordDecision } from '#lib/schemas/meetings/decisions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { countVotingMembers } from '#lib/server/queries/count-voting-members.ts';
import { auditedDecision, findDecisionFacts } from '#lib/server/queries/find-decision-facts.ts';
import { findOriginMeeting } from '#lib/server/queries/find-origin-meeting.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertOutcome } from './insert-outcome.ts';
import { nextDecisionNumber } from '#lib/server/queries/next-decision-number.ts';
import { lockMeeting } from './lock-meeting.ts';
import { lockProject } from './lock-project.ts';

export interface Recorded {
	id: string;
	code: string;
}

/** Writes a decision into the register, from an agenda item, from a meeting, or taken in writing without one. */
export function recordDecision(db: Db, actor: Actor, input: RecordDecision, now: Date): Promise<Recorded> {
	return db.transaction().execute((db) => recordDecisionWithin(db, actor, input, now));
}

/** The same inside a transaction of the caller; what comes from a point of an agenda also stands under it. */
export async function recordDecisionWithin(
	db: Db,
	actor: Actor,
	input: RecordDecision,
	now: Date
): Promise<Recorded> {
	const { projectId } = actor;
	if (input.meetingId !== null) await lockMeeting(db, projectId, input.meetingId);
	await lockProject(db, projectId);
	const origin = await findOriginMeeting(db, projectId, input);
	assertCan(actor, 'decision:record', origin?.subject ?? {});
	const today = await findToday(db, projectId, now);
	const supersedes = await findSuperseded(db, projectId, input.supersedes);
	const meetingDay = origin?.lastDay ?? today;
	const decidedOn = input.decidedOn ?? (meetingDay < today ? meetingDay : today);
	assertNone(
		recordBlocks(
			{ ...input, decidedOn },
			{
				today,
				members: await countVotingMembers(db, projectId),
				minutesState: origin?.meeting.minutesState ?? null,
				supersedes: supersedes && { code: supersedes.code, supersededBy: supersedes.laterCode }
			}
		)
	);

	const id = newId();
	const number = await nextDecisionNumber(db, projectId);
	const code = decisionCode(number);
	const { title, text, rationale, how, votesFor, votesAgainst, votesAbstained, effectiveOn, level } = input;
	const said = { title, text, rationale, how, votesFor, votesAgainst, votesAbstained, effectiveOn, level };
	await db
		.insertInto('decision')
		.values({
			id,
			projectId,
			code,
			number,
			meetingId: origin?.meeting.id ?? null,
			agendaItemId: origin?.agendaItemId ?? null,
			...said,
			urgent: input.urgent ? 1 : 0,
			decidedOn,
			supersedesId: supersedes?.id ?? null,
			recordedBy: actor.personId,
			recordedAt: now.toISOString(),
			origin: 'entered',
			version: 1,
			search: searchText(code, title, text, rationale, origin?.meeting.title)
		})
		.execute();
	const agendaItemId = origin?.agendaItemId ?? null;
	if (origin && agendaItemId !== null) {
		const place = { meetingId: origin.meeting.id, agendaItemId };
		await insertOutcome(db, actor, { ...place, kind: 'decision', decisionId: id }, now);
	}
	const details = {
		...said,
		decidedOn,
		urgent: input.urgent,
		meeting: origin?.meeting.slug ?? null,
		supersedes: supersedes?.code ?? null
	};
	await recordAudit(db, actor, 'decision:record', auditedDecision({ id, code }), now, details);
	return { id, code };
}

async function findSuperseded(db: Db, projectId: string, code: string) {
	if (code === '') return null;
	const found = await findDecisionFacts(db, projectId, { code: code.toUpperCase() });
	if (!found) throw new Refusal([{ code: 'decision-unknown', decision: code }]);
	return found;
}
