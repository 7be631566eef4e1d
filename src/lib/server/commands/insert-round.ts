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

/** Opens a round on exactly these files and this checklist. */
export async function insertRound(
	db: Db,
	actor: Actor,
	round: NewRound,
	version: Version,
	checklist: PinnedChecklist,
	now: Date
): Promise<{ id: string; covers: string; coversSha256: string }> {
	const covers = canonicalReview({
		files: version.files,
		checklist: { code: checklist.code, version: checklist.number, sha256: checklist.sha256 }
	});
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
