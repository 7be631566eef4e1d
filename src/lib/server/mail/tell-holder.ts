import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { addresseesOf } from '#lib/domain/mail/addressees.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { mailedItem, queueMail } from '#lib/server/commands/queue-mail.ts';
import { findNewHolder } from '#lib/server/queries/find-new-holder.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { ballMail } from '#lib/text/mail/ball.ts';

const HELD: readonly string[] = ['deliverable', 'milestone', 'action'];

/**
 * After an act that moved an item: tells whoever holds it from now on, in the same transaction. Who did it themselves is
 * not told.
 */
export async function tellHolder(
	db: Db,
	actor: Actor,
	record: { type: string; id: string | null },
	reason: string,
	now: Date
): Promise<void> {
	if (record.id === null || !HELD.includes(record.type)) return;
	const { projectId } = actor;
	const found = await findNewHolder(db, projectId, record.id, now.toISOString());
	if (!found) return;
	const { item, holder } = found;
	const people = await listAddressees(db, projectId, dayIn(item.timeZone, now));
	const to = addresseesOf(holder, people).filter((id) => id !== actor.personId);
	const by = { name: actor.name, organisation: actor.organisationAcronym, reason };
	const about = mailedItem(item);
	await queueMail(db, { projectId, to, about, path: itemPath(item), ...ballMail(item, holder, by) }, now);
}
