import type { Db } from '#db/schema.ts';
import type { OutcomeKind } from '#lib/domain/meetings/meetings.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

interface Outcome {
	meetingId: string;
	agendaItemId: string;
	kind: OutcomeKind;
	/** Left out where the decision or the action says it. */
	text?: string;
	decisionId?: string;
	itemId?: string;
}

/** Keeps under its point what came of it. */
export async function insertOutcome(db: Db, actor: Actor, outcome: Outcome, now: Date): Promise<string> {
	const id = newId();
	await db
		.insertInto('minutesOutcome')
		.values({
			id,
			projectId: actor.projectId,
			text: '',
			decisionId: null,
			itemId: null,
			...outcome,
			createdBy: actor.personId,
			createdAt: now.toISOString(),
			removedAt: null,
			origin: 'entered'
		})
		.execute();
	return id;
}
