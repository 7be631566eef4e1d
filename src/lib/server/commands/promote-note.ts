import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PromoteNote } from '#lib/schemas/meetings/minutes.ts';
import { createActionWithin } from './create-action.ts';
import { findInformation } from './record-information.ts';
import { takeMinutes } from './take-minutes.ts';

/** Makes an action of a note at any time, also of locked minutes: their text stays, and the action names its point. */
export function promoteNote(
	db: Db,
	actor: Actor,
	input: PromoteNote & { slug: string },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { outcomeId, slug, ...given } = input;
		const { meeting, subjects } = await takeMinutes(db, actor, slug);
		assertCan(actor, 'action:create', subjects.take);
		const note = await findInformation(db, meeting.id, outcomeId);
		const origin = { decisionId: null, originItemId: null, riskId: null, workPackageId: null };
		const place = { meetingId: meeting.id, agendaItemId: note.agendaItemId };
		const description = `From the minutes: ${note.text}`.slice(0, 5000);
		const action = { ...given, ...origin, ...place, description };
		const { id, code } = await createActionWithin(db, actor, action, now);
		await db.updateTable('minutesOutcome').set({ itemId: id }).where('id', '=', note.id).execute();
		return { code };
	});
}
