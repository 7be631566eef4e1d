import type { Db } from '#db/schema.ts';
import { linkBlocks } from '#lib/domain/files.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { newId } from '#lib/server/ids.ts';

type Level = 'PU' | 'SEN';

/** Makes a stored file evidence of the actor's project. Part of the caller's transaction, which also records the act. */
export async function insertFileEvidence(
	db: Db,
	actor: Actor,
	file: ReceivedFile,
	about: { level: Level; name?: string },
	now: Date
): Promise<string> {
	const { sha256, size, mediaType } = file;
	await db
		.insertInto('storedFile')
		.values({ sha256, size, mediaType, storedAt: now.toISOString(), ...NOT_ERASED })
		.onConflict((conflict) => conflict.column('sha256').doNothing())
		.execute();
	const kind = { kind: 'file', name: about.name ?? file.name, sha256, size, mediaType, url: null } as const;
	return insertEvidence(db, actor, { ...kind, level: about.level }, now);
}

/** Makes an address on the web evidence of the actor's project; refuses other addresses. */
export async function insertLinkEvidence(
	db: Db,
	actor: Actor,
	link: { url: string; name: string; level: Level },
	now: Date
): Promise<string> {
	assertNone(linkBlocks(link.url));
	const name = link.name === '' ? link.url.slice(0, 300) : link.name;
	const kind = { kind: 'link', name, url: link.url, sha256: null, size: null, mediaType: null } as const;
	return insertEvidence(db, actor, { ...kind, level: link.level }, now);
}

const NOT_ERASED = { erasedAt: null, erasedReason: null, erasedBy: null };
const NOT_WITHDRAWN = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };

interface NewEvidence {
	kind: 'file' | 'link';
	name: string;
	sha256: string | null;
	url: string | null;
	size: number | null;
	mediaType: string | null;
	level: Level;
}

async function insertEvidence(db: Db, actor: Actor, evidence: NewEvidence, now: Date): Promise<string> {
	const id = newId();
	const { projectId, organisationId, personId: addedBy } = actor;
	await db
		.insertInto('evidence')
		.values({
			id,
			projectId,
			organisationId,
			addedBy,
			addedAt: now.toISOString(),
			...evidence,
			...NOT_WITHDRAWN
		})
		.execute();
	return id;
}
