import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { approveBlocks } from '#lib/domain/meetings/minutes.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { endCirculation } from './end-circulation.ts';
import { moveMinutes } from './move-minutes.ts';
import { takeMinutes } from './take-minutes.ts';
import { tellOfMinutes } from './tell-of-minutes.ts';

/** Records that silence was consent: the window is over, no objection stands, and the quorum held. */
export function approveMinutes(db: Db, actor: Actor, input: { slug: string }, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, current } = found;
		assertCan(actor, 'minutes:approve', found.subjects.take);
		assertNone(approveBlocks(minutes, await findToday(db, actor.projectId, now)));
		if (!current) return;
		await endCirculation(db, actor, current, { outcome: 'approved', reason: null }, now);
		await moveMinutes(db, found, 'approve', now);
		const { number, sha256 } = current;
		await recordAudit(db, actor, 'minutes:approve', auditedMeeting(meeting), now, { number, sha256 });
		await tellOfMinutes(db, found, 'approved', { from: actor.personId }, now);
	});
}
