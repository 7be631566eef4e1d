import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EvidenceUse, ItemVersion } from '#db/schema/evidence.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';

/** A text file added by the actor; its bytes are its name unless given. */
export async function someEvidence(
	db: Db,
	actor: Actor,
	given: { name?: string; level?: 'PU' | 'SEN'; content?: string } = {}
) {
	const { name = `file-${next()}.txt`, level = 'PU' } = given;
	const content = given.content ?? name;
	const file = {
		field: 'file',
		name,
		sha256: sha256(content),
		size: content.length,
		mediaType: 'text/plain'
	};
	return { ...file, id: await insertFileEvidence(db, actor, file, { level }, NOW) };
}

/** Uses evidence for an item, as its support unless something else is given. */
export async function anEvidenceUse(
	db: Db,
	actor: Actor,
	given: { evidenceId: string; itemId: string } & Partial<Insertable<EvidenceUse>>
) {
	const use = {
		id: newId(),
		projectId: actor.projectId,
		purpose: 'support' as const,
		versionId: null,
		meansId: null,
		isMain: 0,
		usedBy: actor.personId,
		organisationId: actor.organisationId,
		usedAt: NOW.toISOString(),
		removedAt: null,
		...given
	};
	await db.insertInto('evidenceUse').values(use).execute();
	return use;
}

/** A frozen version 1, unless something else is given. */
export async function aVersion(
	db: Db,
	actor: Actor,
	given: { itemId: string } & Partial<Insertable<ItemVersion>>
) {
	const version = {
		id: newId(),
		projectId: actor.projectId,
		line: 1,
		number: 1,
		note: '',
		createdBy: actor.personId,
		organisationId: actor.organisationId,
		createdAt: NOW.toISOString(),
		frozenAt: NOW.toISOString(),
		digest: null,
		...given
	};
	await db.insertInto('itemVersion').values(version).execute();
	return version;
}
