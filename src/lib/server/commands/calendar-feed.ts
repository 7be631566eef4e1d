import { randomBytes } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { sha256 } from '#lib/server/ids.ts';

const HOUR_MS = 3_600_000;

/** A new secret address for a person's calendar; the one before stops at once. Only the hash of the secret is kept. */
export function makeCalendarFeed(db: Db, actor: Actor, now: Date): Promise<{ secret: string }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'calendar:read', {});
		const ended = await endFeeds(db, actor, now);
		const secret = randomBytes(32).toString('base64url');
		await db
			.insertInto('calendarFeed')
			.values({
				id: sha256(secret),
				projectId: actor.projectId,
				personId: actor.personId,
				createdAt: now.toISOString(),
				lastReadAt: null,
				revokedAt: null
			})
			.execute();
		await recordAudit(db, actor, 'calendar:make', recordOf(actor), now, { replaced: ended > 0 });
		return { secret };
	});
}

export function revokeCalendarFeed(db: Db, actor: Actor, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'calendar:read', {});
		const ended = await endFeeds(db, actor, now);
		assertNone(ended === 0 ? [{ code: 'no-calendar-address' }] : []);
		await recordAudit(db, actor, 'calendar:revoke', recordOf(actor), now);
	});
}

/** When a calendar last asked; written once an hour at most, for programs ask often. */
export async function markFeedRead(
	db: Db,
	feed: { id: string; lastReadAt: string | null },
	now: Date
): Promise<void> {
	if (feed.lastReadAt !== null && now.getTime() - Date.parse(feed.lastReadAt) < HOUR_MS) return;
	await db
		.updateTable('calendarFeed')
		.set({ lastReadAt: now.toISOString() })
		.where('id', '=', feed.id)
		.execute();
}

async function endFeeds(db: Db, actor: Actor, now: Date): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('calendarFeed')
		.set({ revokedAt: now.toISOString() })
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('revokedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
}

function recordOf({ personId, name }: Actor) {
	return { type: 'person', id: personId, label: name };
}
