import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Deputy } from '#db/schema/identity.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from './a-project.ts';

/** A colleague who stands in for somebody, and has agreed to it. */
export async function aDeputy(
	db: Db,
	given: Pick<
		Insertable<Deputy>,
		'projectId' | 'organisationId' | 'personId' | 'deputyId' | 'fromOn' | 'toOn'
	> &
		Partial<Insertable<Deputy>>
) {
	const row = {
		id: newId(),
		reason: 'Leave',
		namedBy: given.personId,
		namedAt: NOW.toISOString(),
		confirmedAt: NOW.toISOString(),
		endedAt: null,
		endedBy: null,
		endReason: null,
		...given
	};
	await db.insertInto('deputy').values(row).execute();
	return row;
}
