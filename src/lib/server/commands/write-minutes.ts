import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { writeBlocks } from '#lib/domain/meetings/minutes.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WriteMinutes } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { sha256 } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { pointOf, takeMinutes } from './take-minutes.ts';

/**
 * Writes the next version of the text under a point; what stands already is no change. A `Conflict` tells what others
 * wrote meanwhile. Answers with the version that stands now.
 */
export function writeMinutes(
	db: Db,
	actor: Actor,
	input: WriteMinutes & { slug: string },
	now: Date
): Promise<number> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes } = found;
		assertCan(actor, 'minutes:write', found.subjects.take);
		const point = pointOf(found, input.agendaItemId);
		assertNone(writeBlocks(minutes));
		if (point.text === input.text) return point.version;
		if (point.version !== input.version)
			throw new Conflict({
				version: String(point.version),
				text: point.text,
				writer: point.writer ?? '',
				writtenAt: point.writtenAt ?? ''
			});

		const writtenAt = now.toISOString();
		const version = point.version + 1;
		await db
			.updateTable('minutesText')
			.set({ untilAt: writtenAt })
			.where('agendaItemId', '=', point.id)
			.where('untilAt', 'is', null)
			.execute();
		await db
			.insertInto('minutesText')
			.values({
				agendaItemId: point.id,
				version,
				text: input.text,
				writtenBy: actor.personId,
				organisationId: actor.organisationId,
				writtenAt,
				untilAt: null
			})
			.execute();
		const details = { point: point.title, version, sha256: sha256(input.text) };
		await recordAudit(db, actor, 'minutes:write', auditedMeeting(meeting), now, details);
		return version;
	});
}
