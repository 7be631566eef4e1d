import type { Db } from '#db/schema.ts';
import type { Outreach } from '#db/schema/outreach.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from './a-project.ts';

type Told = Partial<Omit<Outreach, 'id' | 'projectId' | 'version'>> & { projectId: string };

let count = 1000;

/** A line of the dissemination log: a public event that took place, unless told otherwise. */
export async function anOutreach(db: Db, told: Told): Promise<{ id: string; code: string }> {
	const id = newId();
	const code = told.code ?? `DC-${++count}`;
	const at = NOW.toISOString();
	const record = {
		kind: 'event',
		state: 'done',
		title: `Event ${code}`,
		startsOn: '2026-03-10',
		endsOn: null,
		place: '',
		country: null,
		organisationId: null,
		summary: '',
		url: null,
		level: 'PU',
		authors: '',
		venue: '',
		doi: null,
		licence: null,
		visibility: null,
		visibilityReason: '',
		visibilityBy: null,
		visibilityAt: null,
		origin: 'entered',
		search: '',
		createdBy: null,
		createdAt: at,
		changedAt: at,
		...told
	} as const;
	await db
		.insertInto('outreach')
		.values({ ...record, id, code })
		.execute();
	return { id, code };
}
