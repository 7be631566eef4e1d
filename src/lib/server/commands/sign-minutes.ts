import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { isSigned, signBlocks } from '#lib/domain/meetings/minutes.ts';
import { signingStatement } from '#lib/domain/meetings/minutes-content.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SignMinutes } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { moveMinutes } from './move-minutes.ts';
import { takeMinutes } from './take-minutes.ts';

type Signed = Omit<SignMinutes, 'password'> & { slug: string; authenticatedAt: string };

/** A signature of chair or secretary on exactly what was circulated. With both the minutes are locked for good. */
export function signMinutes(db: Db, actor: Actor, input: Signed, now: Date): Promise<{ isLocked: boolean }> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, current, previous } = found;
		const grant = assertCan(actor, 'minutes:sign', found.subjects.sign);
		const { part, coversSha256 } = input;
		assertNone(signBlocks(minutes, part, { personId: actor.personId, seenSha256: coversSha256 }));
		if (!current || !previous) return { isLocked: false };

		const covers = sha256(previous.text);
		assertNone(covers === current.sha256 ? [] : [{ code: 'minutes-not-seen', number: current.number }]);
		const { personId, name: personName, organisationId, organisationAcronym, projectId } = actor;
		const title = previous.meeting.title;
		await db
			.insertInto('minutesSignature')
			.values({
				id: newId(),
				projectId,
				meetingId: meeting.id,
				circulationId: current.id,
				part,
				personId,
				personName,
				organisationId,
				organisationAcronym,
				role: grant.role,
				statement: signingStatement(part, { title, number: current.number }),
				covers: `Minutes of ${title}, circulation ${current.number}`,
				coversSha256: current.sha256,
				authenticatedAt: input.authenticatedAt,
				signedAt: now.toISOString()
			})
			.execute();
		const given = { part, personId, personName, coversSha256: current.sha256 };
		const isLocked = isSigned({ ...minutes, signatures: [...minutes.signatures, given] });
		const details = { part, number: current.number, coversSha256: current.sha256 };
		await recordAudit(db, actor, 'minutes:sign', auditedMeeting(meeting), now, details);
		if (isLocked) {
			await moveMinutes(db, found, 'lock', now);
			const { number, sha256 } = current;
			await recordAudit(db, actor, 'minutes:lock', auditedMeeting(meeting), now, { number, sha256 });
		}
		return { isLocked };
	});
}
