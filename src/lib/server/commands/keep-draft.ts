import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Keeps what was typed into a form until it is sent for good. Nobody else sees it, and nothing counts it. */
export async function keepDraft(
	db: Db,
	actor: Actor,
	{ form, typed }: { form: string; typed: Typed },
	now: Date
): Promise<void> {
	const kept = { typed: JSON.stringify(typed), keptAt: now.toISOString() };
	await db
		.insertInto('formDraft')
		.values({ projectId: actor.projectId, personId: actor.personId, form, ...kept })
		.onConflict((conflict) => conflict.columns(['projectId', 'personId', 'form']).doUpdateSet(kept))
		.execute();
}

export async function dropDraft(db: Db, actor: Actor, form: string): Promise<void> {
	await db
		.deleteFrom('formDraft')
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('form', '=', form)
		.execute();
}
