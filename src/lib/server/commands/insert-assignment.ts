import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

interface NewAssignment {
	itemId: string;
	person: { personId: string };
	kind: 'signing' | 'opinion';
	external: 0 | 1;
}

export async function insertAssignment(db: Db, actor: Actor, given: NewAssignment, now: Date): Promise<void> {
	const { itemId, kind, external, person } = given;
	await db
		.insertInto('reviewAssignment')
		.values({
			id: newId(),
			projectId: actor.projectId,
			itemId,
			kind,
			external,
			personId: person.personId,
			assignedBy: actor.personId,
			assignedAt: now.toISOString(),
			endedAt: null,
			endedBy: null,
			endReason: null
		})
		.execute();
}
