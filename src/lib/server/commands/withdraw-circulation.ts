import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { minutesStateBlocks } from '#lib/domain/meetings/minutes.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WithdrawCirculation } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { endCirculation } from './end-circulation.ts';
import { moveMinutes } from './move-minutes.ts';
import { takeMinutes } from './take-minutes.ts';
import { tellOfWriting } from './tell-of-minutes.ts';

/** Takes circulated minutes back, so that they can be written again; what was circulated stays on record. */
export function withdrawCirculation(
	db: Db,
	actor: Actor,
	input: WithdrawCirculation & { slug: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, current } = found;
		assertCan(actor, 'minutes:circulate', found.subjects.take);
		assertNone(minutesStateBlocks(minutes, 'withdraw'));
		if (!current) return;
		const { reason } = input;
		await endCirculation(db, actor, current, { outcome: 'withdrawn', reason }, now);
		await moveMinutes(db, found, 'withdraw', now);
		const details = { number: current.number, reason };
		await recordAudit(db, actor, 'minutes:withdraw', auditedMeeting(meeting), now, details);
		await tellOfWriting(db, actor, meeting, meeting, reason, now);
	});
}
