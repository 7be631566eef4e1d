import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseTyped } from '#lib/schemas/draft-form.ts';

/** What the actor typed into a form and has not sent for good; null where there is nothing. */
export async function findDraft(db: Db, actor: Actor, form: string) {
	const row = await db
		.selectFrom('formDraft')
		.select(['typed', 'keptAt'])
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('form', '=', form)
		.executeTakeFirst();
	return row ? { typed: parseTyped(row.typed), keptAt: row.keptAt } : null;
}
