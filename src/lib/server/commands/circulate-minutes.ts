import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { circulateBlocks, objectionsUntil } from '#lib/domain/meetings/minutes.ts';
import { canonicalMinutes } from '#lib/domain/meetings/minutes-content.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CirculateMinutes } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { findMinutesContent } from '#lib/server/queries/find-minutes-content.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listMinutesOutcomes } from '#lib/server/queries/list-minutes-outcomes.ts';
import { moveMinutes } from './move-minutes.ts';
import { tellOfMinutes } from './tell-of-minutes.ts';
import { takeMinutes } from './take-minutes.ts';

export interface Circulated {
	number: number;
	sha256: string;
	objectionsUntilOn: string;
}

/**
 * Sends the minutes round: freezes all they say, and opens the days of objection. Without `sha256` whatever stands now
 * goes round; with it only what the page showed, otherwise a `Conflict`.
 */
export function circulateMinutes(
	db: Db,
	actor: Actor,
	input: Partial<CirculateMinutes> & { slug: string },
	now: Date
): Promise<Circulated> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, circulations } = found;
		assertCan(actor, 'minutes:circulate', found.subjects.take);
		assertNone(circulateBlocks(minutes));
		const outcomes = await listMinutesOutcomes(db, meeting.id);
		const content = canonicalMinutes(await findMinutesContent(db, found, outcomes));
		const hash = sha256(content);
		if (input.sha256 !== undefined && input.sha256 !== hash) throw new Conflict({ sha256: hash });

		const { plan } = await findQualityPlan(db, actor.projectId);
		const objectionsUntilOn = objectionsUntil(await findToday(db, actor.projectId, now), plan);
		const number = (circulations[0]?.number ?? 0) + 1;
		await db
			.insertInto('minutesCirculation')
			.values({
				id: newId(),
				projectId: actor.projectId,
				meetingId: meeting.id,
				number,
				content,
				sha256: hash,
				circulatedBy: actor.personId,
				circulatedAt: now.toISOString(),
				objectionsUntilOn,
				outcome: null,
				endedBy: null,
				endedAt: null,
				endReason: null,
				origin: meeting.origin === 'sample' ? 'sample' : 'entered'
			})
			.execute();
		await moveMinutes(db, found, 'circulate', now);
		const details = { number, sha256: hash, objectionsUntilOn };
		await recordAudit(db, actor, 'minutes:circulate', auditedMeeting(meeting), now, details);
		await tellOfMinutes(db, found, 'circulated', { from: actor.personId, objectionsUntilOn }, now);
		return { number, sha256: hash, objectionsUntilOn };
	});
}
