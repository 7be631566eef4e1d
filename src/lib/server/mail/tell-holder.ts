import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { isItemKind, type ItemKind } from '#lib/domain/items.ts';
import { addresseesOf } from '#lib/domain/mail/addressees.ts';
import type { OpenItem } from '#lib/domain/mail/occasions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { mailedItem, queueMail, type QueuedMail } from '#lib/server/commands/queue-mail.ts';
import { findHolder } from '#lib/server/queries/find-holder.ts';
import { findNewHolder } from '#lib/server/queries/find-new-holder.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { ballMail, passedOnText } from '#lib/text/mail/ball.ts';

interface HeldItem {
	id: string;
	kind: ItemKind;
	code: string;
	title: string;
}

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
	if (record.id === null || !isItemKind(record.type)) return;
	const found = await findNewHolder(db, actor.projectId, record.id, now);
	if (!found) return;
	const people = await listAddressees(db, actor.projectId, dayIn(found.item.timeZone, now));
	await tell(db, actor, found.item, found.holder, addresseesOf(found.holder, people), reason, now);
}

/**
 * For an act that may pass an item on while its state stays: asked before the act, the answer tells after it whoever
 * holds the item then, and did not before.
 */
export async function watchHolder(
	db: Db,
	actor: Actor,
	watched: Pick<HeldItem, 'id' | 'kind'>,
	now: Date
): Promise<(reason?: string) => Promise<void>> {
	const { projectId } = actor;
	const today = await findToday(db, projectId, now);
	const before = await findHolder(db, projectId, watched, today);
	return async (reason = '') => {
		const after = await findHolder(db, projectId, watched, today);
		if (after === null) return;
		const people = await listAddressees(db, projectId, today);
		const held = before?.awaits === after.awaits ? addresseesOf(before, people) : [];
		const to = addresseesOf(after, people).filter((id) => !held.includes(id));
		if (to.length === 0) return;
		const item = await db
			.selectFrom('item')
			.select(['id', 'kind', 'code', 'title'])
			.where('id', '=', watched.id)
			.executeTakeFirstOrThrow();
		await tell(db, actor, item, after, to, reason, now);
	};
}

/** Something new that another organisation holds from the start. */
export async function tellOfNew(db: Db, actor: Actor, item: HeldItem, now: Date): Promise<void> {
	const today = await findToday(db, actor.projectId, now);
	const holder = await findHolder(db, actor.projectId, item, today);
	if (holder === null || holder.organisationId === actor.organisationId) return;
	const to = addresseesOf(holder, await listAddressees(db, actor.projectId, today));
	await tell(db, actor, item, holder, to, '', now);
}

/** However many parts an act has, it tells each person once. */
async function tell(
	db: Db,
	actor: Actor,
	item: HeldItem,
	holder: Holder,
	to: readonly string[],
	reason: string,
	now: Date
): Promise<void> {
	const held = { ...item, path: itemPath(item), holder };
	await queueMail(db, ballOf(actor, held, to, passedOnText(actor, reason), now), now);
}

/** What those are told with whom something lies from now on. */
export function ballOf(
	actor: Actor,
	{ holder, path, ...item }: Pick<OpenItem, 'id' | 'kind' | 'code' | 'title' | 'path' | 'holder'>,
	to: readonly string[],
	how: string,
	now: Date
): QueuedMail {
	const { projectId, personId: from } = actor;
	const occasion = `ball:${item.id}:${holder.awaits}:${now.toISOString()}`;
	const told = { projectId, to, from, about: mailedItem(item), path, occasion };
	return { ...told, ...ballMail(item, holder, how) };
}
