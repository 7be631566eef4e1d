import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

interface Invited {
	organisationId?: string;
	personId?: string;
	guestName?: string;
	guestOrganisation?: string;
}

/** New rows that nobody has answered yet; returns their ids. */
export async function insertInvitees(
	db: Db,
	actor: Actor,
	meetingId: string,
	invited: readonly Invited[],
	now: Date
): Promise<string[]> {
	const rows = invited.map(({ organisationId, personId, guestName, guestOrganisation }) => ({
		id: newId(),
		projectId: actor.projectId,
		meetingId,
		organisationId: organisationId ?? null,
		personId: personId ?? null,
		guestName: guestName ?? '',
		guestOrganisation: guestOrganisation ?? '',
		answer: null,
		answeredBy: null,
		answeredAt: null,
		attendance: null,
		representedById: null,
		attendanceBy: null,
		attendanceAt: null,
		invitedBy: actor.personId,
		invitedAt: now.toISOString(),
		removedAt: null,
		origin: 'entered' as const
	}));
	await db.insertInto('meetingInvitee').values(rows).execute();
	return rows.map(({ id }) => id);
}
