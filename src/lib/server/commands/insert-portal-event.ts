import type { Db } from '#db/schema.ts';
import type { PortalEvent } from '#db/schema/evidence.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

type New = Omit<PortalEvent, 'id' | 'projectId' | 'recordedBy' | 'recordedAt'>;

export async function insertPortalEvent(db: Db, actor: Actor, event: New, now: Date): Promise<string> {
	const id = newId();
	await db
		.insertInto('portalEvent')
		.values({
			id,
			projectId: actor.projectId,
			...event,
			recordedBy: actor.personId,
			recordedAt: now.toISOString()
		})
		.execute();
	return id;
}
