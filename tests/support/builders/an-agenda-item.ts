import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { AgendaItem } from '#db/schema/meetings.ts';
import { newId } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';

/** A planned point without a time. */
export async function anAgendaItem(db: Db, given: { projectId: string } & Partial<Insertable<AgendaItem>>) {
	const number = next();
	const item = {
		id: newId(),
		meetingId: null,
		seriesId: null,
		day: null,
		section: '',
		track: '',
		position: number,
		title: `Point ${number}`,
		description: '',
		presenterId: null,
		presenterName: '',
		startsAt: null,
		minutes: null,
		state: 'planned' as const,
		source: 'entered' as const,
		proposedBy: null,
		proposedAt: NOW.toISOString(),
		decidedBy: null,
		decidedAt: null,
		decisionNote: '',
		openedAt: null,
		closedAt: null,
		origin: 'entered' as const,
		version: 1,
		...given
	};
	await db.insertInto('agendaItem').values(item).execute();
	return item;
}
