import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestRound, latestVersion, openVersion } from '#lib/domain/deliverables.ts';
import type { DeliverableReason } from '#lib/domain/deliverable-reasons.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { endsReview, formatBlocks, uploadBlocks } from '#lib/domain/version-guards.ts';
import type { NewFiles } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertFileEvidence } from './add-evidence.ts';
import { insertContribution } from './insert-contribution.ts';
import { insertVersionFile, removeMainFile, takeOpenVersion } from './open-version.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The name of the form field decides: `main` is the main file, everything else an annex. */
const isMain = (file: ReceivedFile) => file.field === 'main';

/**
 * Files for the open version, which is begun where there is none. A new main file after the review began ends it; one of
 * a format that the portal does not take is refused here, not only when the review is requested.
 */
export function addVersionFiles(
	db: Db,
	actor: Actor,
	input: NewFiles,
	files: readonly ReceivedFile[],
	now: Date
): Promise<{ replaced: boolean }> {
	return db.transaction().execute(async (db) => {
		const found = await takeDeliverable(db, actor, input.itemId);
		const { item, deliverable, facts, subject } = found;
		assertCan(actor, 'deliverable:edit', subject);
		const upload = {
			main: files.some(isMain),
			actorOrganisationId: actor.organisationId,
			endsReview: input.endsReview
		};
		const { plan } = await findQualityPlan(db, actor.projectId);
		assertNone([
			...uploadBlocks(facts, upload),
			...fileBlocks(found, files),
			...files.filter(isMain).flatMap(({ name }) => formatBlocks(name, plan))
		]);

		const ended = endsReview(facts.state) ? await supersede(db, found, now) : null;
		const version = await takeOpenVersion(
			db,
			actor,
			found,
			{ note: input.note, withMain: !upload.main },
			now
		);
		if (upload.main) await removeMainFile(db, version.id, now);
		const level = deliverable.disseminationLevel === 'PU' ? 'PU' : 'SEN';
		for (const file of files) {
			const evidenceId = await insertFileEvidence(db, actor, file, { level }, now);
			const use = { itemId: item.id, versionId: version.id, evidenceId, main: isMain(file) };
			await insertVersionFile(db, actor, use, now);
		}
		await insertContribution(
			db,
			actor,
			{
				itemId: item.id,
				organisationId: actor.organisationId,
				personId: actor.personId,
				kind: 'author',
				note: `version ${version.number}`
			},
			now
		);
		const to = ended === null ? item.state : DELIVERABLE_LIFE.supersede.to;
		await moveItem(db, item, to, now);
		await recordAudit(db, actor, 'deliverable:upload', auditedItem(item), now, {
			version: version.number,
			files: files.map((file) => ({ name: file.name, sha256: file.sha256, main: isMain(file) })),
			endedRound: ended
		});
		return { replaced: upload.main && (openVersion(facts)?.files ?? []).some((file) => file.main) };
	});
}

function fileBlocks({ facts }: FoundDeliverable, files: readonly ReceivedFile[]): DeliverableReason[] {
	const kept = latestVersion(facts)?.files ?? [];
	const twice = files.filter(
		(file, index) =>
			kept.some((one) => one.sha256 === file.sha256) ||
			files.findIndex((other) => other.sha256 === file.sha256) < index
	);
	return [
		...(files.length === 0 ? [{ code: 'nothing-uploaded' } as const] : []),
		...twice.map((file) => ({ code: 'file-already-in-version', file: file.name }) as const)
	];
}

/** The round ends without its outcome; its signatures stay as history and cover what they covered. */
async function supersede(db: Db, { item, facts }: FoundDeliverable, now: Date): Promise<number | null> {
	const round = latestRound(facts);
	if (!round) return null;
	await db
		.updateTable('reviewRound')
		.set({ closedAt: round.closedAt ?? now.toISOString(), outcome: 'superseded' })
		.where('id', '=', round.id)
		.execute();
	await db
		.updateTable('deliverable')
		.set({ publicCheckedAt: null, publicCheckedBy: null })
		.where('itemId', '=', item.id)
		.execute();
	return round.number;
}
