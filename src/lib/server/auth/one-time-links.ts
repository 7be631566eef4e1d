import { randomBytes } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import type { OneTimeLink } from '#db/schema/identity.ts';
import { sha256 } from '#lib/server/ids.ts';

type Kind = OneTimeLink['kind'];

const HOUR_MS = 3_600_000;
const LIFE_HOURS: Readonly<Record<Kind, number>> = { invitation: 7 * 24, reset: 24 };

/** A new link's secret, of which only the hash is kept; earlier unused links of the kind die. Inside a transaction. */
export async function createLink(
	db: Db,
	link: { personId: string; kind: Kind; createdBy: string | null; shownTo?: string | null },
	now: Date
): Promise<string> {
	await db
		.deleteFrom('oneTimeLink')
		.where('personId', '=', link.personId)
		.where('kind', '=', link.kind)
		.where('usedAt', 'is', null)
		.execute();
	const secret = randomBytes(32).toString('base64url');
	const expiresAt = new Date(now.getTime() + LIFE_HOURS[link.kind] * HOUR_MS).toISOString();
	await db
		.insertInto('oneTimeLink')
		.values({ id: sha256(secret), ...link, createdAt: now.toISOString(), expiresAt, usedAt: null })
		.execute();
	return secret;
}

/** Links that somebody else has seen stop working, e.g. because the person now signs for quality assurance. */
export async function killShownLinks(db: Db, personId: string): Promise<void> {
	await db
		.deleteFrom('oneTimeLink')
		.where('personId', '=', personId)
		.where('usedAt', 'is', null)
		.where('shownTo', 'is not', null)
		.execute();
}

/** Who else had seen the link by which the present password was chosen first; undefined where nobody had. */
export async function findPasswordWitness(db: Db, personId: string) {
	const last = await db
		.selectFrom('oneTimeLink')
		.leftJoin('person as witness', 'witness.id', 'oneTimeLink.shownTo')
		.select('witness.name')
		.where('oneTimeLink.personId', '=', personId)
		.where('oneTimeLink.usedAt', 'is not', null)
		.orderBy('oneTimeLink.usedAt', 'desc')
		.orderBy('oneTimeLink.id')
		.limit(1)
		.executeTakeFirst();
	return last?.name ?? undefined;
}

/** A link that still works, with the person it is for. */
export async function findLink(db: Db, secret: string, now: Date) {
	return db
		.selectFrom('oneTimeLink')
		.innerJoin('person', 'person.id', 'oneTimeLink.personId')
		.select([
			'oneTimeLink.id',
			'oneTimeLink.kind',
			'oneTimeLink.expiresAt',
			'oneTimeLink.personId',
			'person.name',
			'person.email'
		])
		.where('oneTimeLink.id', '=', sha256(secret))
		.where('oneTimeLink.usedAt', 'is', null)
		.where('oneTimeLink.expiresAt', '>', now.toISOString())
		.where('person.disabledAt', 'is', null)
		.executeTakeFirst();
}

/** Uses the link up; false when somebody else just did. All other open links of the person die with it. */
export async function consumeLink(
	db: Db,
	link: { id: string; personId: string },
	now: Date
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('oneTimeLink')
		.set({ usedAt: now.toISOString() })
		.where('id', '=', link.id)
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	await db
		.deleteFrom('oneTimeLink')
		.where('personId', '=', link.personId)
		.where('usedAt', 'is', null)
		.execute();
	return numUpdatedRows === 1n;
}

export function linkUrl(origin: string, secret: string): string {
	return `${origin}/link/${secret}`;
}
