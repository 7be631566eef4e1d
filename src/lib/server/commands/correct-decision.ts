import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { correctionBlocks, recordBlocks } from '#lib/domain/meetings/decision-rules.ts';
import { decisionStanding } from '#lib/domain/meetings/decision-standing.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CorrectDecision } from '#lib/schemas/meetings/decisions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { countVotingMembers } from '#lib/server/queries/count-voting-members.ts';
import { auditedDecision, findDecisionFacts } from '#lib/server/queries/find-decision-facts.ts';
import { findOriginMeeting } from '#lib/server/queries/find-origin-meeting.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockMeeting } from './lock-meeting.ts';

/** Other words for a decision, until the minutes that hold it are sent round, or until it counts without a meeting. */
export function correctDecision(db: Db, actor: Actor, input: CorrectDecision, now: Date) {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		const seen = await findDecisionFacts(db, projectId, { id: input.decisionId });
		if (!seen) throw new NotFound();
		if (seen.meetingId !== null) await lockMeeting(db, projectId, seen.meetingId);
		const origin = await findOriginMeeting(db, projectId, { meetingId: seen.meetingId, agendaItemId: null });
		assertCan(actor, 'decision:record', origin?.subject ?? {});
		const today = await findToday(db, projectId, now);
		const { decisionId: _, version, ...said } = input;
		const minutesState = origin?.meeting.minutesState ?? null;
		const isInForce = origin === null && decisionStanding(seen, null, today) !== 'recorded';
		const members = await countVotingMembers(db, projectId);
		assertNone([
			...(isInForce ? [{ code: 'decision-in-force', decision: seen.code } as const] : []),
			...correctionBlocks(minutesState),
			...recordBlocks(said, { today, members, minutesState: origin ? 'draft' : null, supersedes: null }),
			...(seen.laterCode === null
				? []
				: [{ code: 'decision-superseded', decision: seen.code, by: seen.laterCode } as const])
		]);

		const { numUpdatedRows } = await db
			.updateTable('decision')
			.set({
				...said,
				urgent: said.urgent ? 1 : 0,
				search: searchText(seen.code, said.title, said.text, said.rationale, origin?.meeting.title),
				version: version + 1
			})
			.where('id', '=', seen.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n)
			throw new Conflict({ title: seen.title, text: seen.text, rationale: seen.rationale });
		const before = { title: seen.title, text: seen.text };
		await recordAudit(db, actor, 'decision:correct', auditedDecision(seen), now, { ...said, before });
		return { code: seen.code };
	});
}
