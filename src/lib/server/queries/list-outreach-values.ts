import type { Db } from '#db/schema.ts';
import { measuresOf } from '#lib/domain/outreach/measures.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listMobility } from './list-mobility.ts';
import { listOutreach } from './list-outreach.ts';

/** What dissemination, mobility and training add to indicators, by measure, as far as the actor reads the log. */
export async function listOutreachValues(db: Db, actor: Actor) {
	return measuresOf(await listOutreach(db, actor), await listMobility(db, actor.projectId));
}
