import type { Db } from '#db/schema.ts';
import { latestVersion, openVersion } from '#lib/domain/deliverables.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';

/** The open version, or a new one that begins with the files of the last; its main file only if `withMain`. */
export async function takeOpenVersion(
	db: Db,
	actor: Actor,
	{ item, deliverable, facts }: FoundDeliverable,
	begin: { note: string; withMain: boolean },
	now: Date
): Promise<{ id: string; number: number }> {
	const open = openVersion(facts);
	if (open) return open;
	const last = latestVersion(facts);
	const version = { id: newId(), number: (last?.number ?? 0) + 1 };
	await db
		.insertInto('itemVersion')
		.values({
			...version,
			projectId: actor.projectId,
			itemId: item.id,
			line: deliverable.line,
			note: begin.note,
			createdBy: actor.personId,
			organisationId: actor.organisationId,
			createdAt: now.toISOString(),
			frozenAt: null,
			digest: null
		})
		.execute();
	const kept = (last?.files ?? []).filter((file) => !file.withdrawn && (begin.withMain || !file.main));
	for (const { evidenceId, main } of kept)
		await insertVersionFile(db, actor, { itemId: item.id, versionId: version.id, evidenceId, main }, now);
	return version;
}

export async function insertVersionFile(
	db: Db,
	actor: Actor,
	file: { itemId: string; versionId: string; evidenceId: string; main: boolean },
	now: Date
): Promise<void> {
	const { main, ...use } = file;
	await db
		.insertInto('evidenceUse')
		.values({
			id: newId(),
			projectId: actor.projectId,
			...use,
			purpose: 'version',
			meansId: null,
			isMain: main ? 1 : 0,
			usedBy: actor.personId,
			organisationId: actor.organisationId,
			usedAt: now.toISOString(),
			removedAt: null
		})
		.execute();
}

/** A new main file takes the place of the old one. */
export async function removeMainFile(db: Db, versionId: string, now: Date): Promise<void> {
	await db
		.updateTable('evidenceUse')
		.set({ removedAt: now.toISOString() })
		.where('versionId', '=', versionId)
		.where('isMain', '=', 1)
		.where('removedAt', 'is', null)
		.execute();
}
