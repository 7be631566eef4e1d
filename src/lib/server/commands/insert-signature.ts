import type { Db } from '#db/schema.ts';
import type { SignatureMeaning } from '#lib/domain/reviews.ts';
import type { ActiveGrant, Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

/** What is signed, by whom, in which role, and when the password was last given. */
export interface SignatureInput {
	itemId: string;
	roundId: string | null;
	versionId: string | null;
	meaning: SignatureMeaning;
	grant: ActiveGrant;
	statement: string;
	covers: string;
	coversSha256: string;
	authenticatedAt: string;
}

/** Writes a signature with names and role as they are now; nothing ever changes it afterwards. */
export async function insertSignature(
	db: Db,
	actor: Actor,
	input: SignatureInput,
	now: Date
): Promise<string> {
	const { grant, ...signed } = input;
	const id = newId();
	await db
		.insertInto('signature')
		.values({
			id,
			projectId: actor.projectId,
			...signed,
			personId: actor.personId,
			personName: actor.name,
			organisationId: actor.organisationId,
			organisationAcronym: actor.organisationAcronym,
			role: grant.role,
			signedAt: now.toISOString()
		})
		.execute();
	return id;
}
