import type { Db } from '#db/schema.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';
import { insertFileEvidence, insertLinkEvidence } from './add-evidence.ts';

/** Ids of evidence that a command ties to its record; what is new comes into being in the command's transaction. */
export type EvidenceOf = (db: Db) => Promise<readonly string[]>;

type Level = 'PU' | 'SEN';

export function evidenceOfFiles(
	actor: Actor,
	files: readonly ReceivedFile[],
	level: Level,
	now: Date
): EvidenceOf {
	if (files.length === 0) throw new Refusal([{ code: 'file-missing' }]);
	return async (db) => {
		const ids: string[] = [];
		for (const file of files) ids.push(await insertFileEvidence(db, actor, file, { level }, now));
		return ids;
	};
}

export function evidenceOfAddress(
	actor: Actor,
	{ url, title: name, level }: { url: string; title: string; level: Level },
	now: Date
): EvidenceOf {
	return async (db) => [await insertLinkEvidence(db, actor, { url, name, level }, now)];
}

/** What the project has already, as far as the actor may pass it on: one file may prove several things. */
export function evidenceOfProject(actor: Actor, evidenceId: string): EvidenceOf {
	return async (db) => {
		const evidence = await findLinkableEvidence(db, actor, evidenceId);
		if (!evidence) throw new NotFound();
		return [evidence.id];
	};
}
