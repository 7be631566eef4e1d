import type { Db } from '#db/schema.ts';
import { canonicalReview } from '#lib/domain/covers.ts';
import type { Version } from '#lib/domain/deliverables.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId, sha256 } from '#lib/server/ids.ts';

interface NewRound {
	itemId: string;
	number: number;
	quorum: number;
	abroad: number;
	note: string;
	dueOn: string | null;
}

interface PinnedChecklist {
	id: string;
	code: string;
	number: number;
	sha256: string;
}

/** What a round on these files and this checklist covers. */
export function reviewCovers(version: Version, { code, number, sha256 }: PinnedChecklist): string {
	return canonicalReview({ files: version.files, checklist: { code, version: number, sha256 } });
}

/** Opens a round on a frozen version and what is covered of it. */
export async function insertRound(
	db: Db,
	actor: Actor,
	round: NewRound,
	{ version, checklist, covers }: { version: { id: string }; checklist: { id: string }; covers: string },
	now: Date
): Promise<{ id: string; covers: string; coversSha256: string }> {
	const opened = { id: newId(), covers, coversSha256: sha256(covers) };
	await db
		.insertInto('reviewRound')
		.values({
			...opened,
			...round,
			projectId: actor.projectId,
			versionId: version.id,
			checklistVersionId: checklist.id,
			achievedOn: null,
			openedBy: actor.personId,
			openedAt: now.toISOString(),
			closedAt: null,
			outcome: null,
			outcomeReason: null
		})
		.execute();
	return opened;
}
