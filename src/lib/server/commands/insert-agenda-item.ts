import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { AgendaItem } from '#db/schema/meetings.ts';
import { newId } from '#lib/server/ids.ts';

type Given = Pick<Insertable<AgendaItem>, 'meetingId' | 'seriesId' | 'title' | 'position'> &
	Partial<Omit<Insertable<AgendaItem>, 'id' | 'projectId'>>;

/** Puts a point onto an agenda, or without a meeting into the backlog; no person proposes what an import or a rule puts there. Part of the caller's transaction. */
export async function insertAgendaItem(
	db: Db,
	{ projectId, personId }: { projectId: string; personId: string | null },
	given: Given,
	at: string
): Promise<string> {
	const id = newId();
	await db
		.insertInto('agendaItem')
		.values({
			...NOTHING,
			...given,
			id,
			projectId,
			proposedBy: personId,
			proposedAt: at
		})
		.execute();
	return id;
}

const NOTHING = {
	day: null,
	section: '',
	track: '',
	description: '',
	presenterId: null,
	presenterName: '',
	startsAt: null,
	minutes: null,
	state: 'planned',
	source: 'entered',
	decidedBy: null,
	decidedAt: null,
	decisionNote: '',
	openedAt: null,
	closedAt: null,
	origin: 'entered',
	version: 1
} as const;
