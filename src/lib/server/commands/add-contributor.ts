import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewContributor } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertContribution } from './insert-contribution.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Records an organisation that works on it; nobody can take it out again, so that independence cannot be arranged. */
export function addContributor(db: Db, actor: Actor, input: NewContributor, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:edit', subject);
		assertNone(recordBlocks(item.state));
		const organisation = await db
			.selectFrom('organisation')
			.select(['id', 'acronym'])
			.where('projectId', '=', actor.projectId)
			.where('id', '=', input.organisationId)
			.executeTakeFirst();
		if (!organisation) throw new NotFound();

		const tell = await watchHolder(db, actor, item, now);
		const row = { itemId: item.id, organisationId: organisation.id, personId: null, note: input.note };
		await insertContribution(db, actor, { ...row, kind: 'contributor' }, now);
		await moveItem(db, item, item.state, now);
		const details = { organisation: organisation.acronym, note: input.note };
		await recordAudit(db, actor, 'deliverable:add-contributor', auditedItem(item), now, details);
		await tell();
	});
}
