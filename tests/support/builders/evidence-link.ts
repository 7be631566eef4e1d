import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { next, NOW } from './a-project.ts';

/** Evidence of an actor's organisation: a link, so that no test needs the file store. */
export function evidenceLink(db: Db, actor: Actor, given: { name?: string; level?: 'PU' | 'SEN' } = {}) {
	const number = next();
	const { name = `Evidence ${number}`, level = 'SEN' } = given;
	return insertLinkEvidence(db, actor, { url: `https://example.org/${number}`, name, level }, NOW);
}
