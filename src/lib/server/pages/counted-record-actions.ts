import type { CountedRecord } from '#lib/domain/outreach/heads.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { EDIT_RECORD } from '#lib/domain/records.ts';
import {
	LinkRecordAddress,
	ReuseRecordEvidence,
	UnlinkRecordEvidence,
	UploadRecordEvidence
} from '#lib/schemas/outreach/evidence.ts';
import { RemoveHeads, SaveHeads } from '#lib/schemas/outreach/heads.ts';
import { evidenceOfAddress, evidenceOfFiles, evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { addRecordEvidence, removeRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { removeHeads, saveHeads } from '#lib/server/commands/save-heads.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findRecordId } from '#lib/server/queries/find-record-id.ts';

/** Evidence and heads of a line of the log, or of an activity of mobility and training. */
export function countedRecordActions(type: CountedRecord) {
	const permission = EDIT_RECORD[type];
	const target = async ({ db, actor, param }: ProjectRequest) => {
		const id = await findRecordId(db, actor.projectId, type, param('code'));
		if (id === undefined) throw new NotFound();
		return { type, id };
	};
	const at = ({ param }: ProjectRequest) => ({ type, code: param('code') });
	return {
		upload: uploadAction(permission, UploadRecordEvidence, async (request, { level }, files) => {
			const { db, actor, now } = request;
			const { label } = await addRecordEvidence(
				db,
				actor,
				await target(request),
				evidenceOfFiles(actor, files, level, now),
				now
			);
			return { flash: 'evidence-linked', label };
		}),
		link: action(permission, LinkRecordAddress, async (request, input) => {
			const { db, actor, now } = request;
			const { label } = await addRecordEvidence(
				db,
				actor,
				await target(request),
				evidenceOfAddress(actor, input, now),
				now
			);
			return { flash: 'evidence-linked', label };
		}),
		reuse: action(permission, ReuseRecordEvidence, async (request, input) => {
			const { db, actor, now } = request;
			const reused = evidenceOfProject(actor, input.evidenceId);
			const { label } = await addRecordEvidence(db, actor, await target(request), reused, now);
			return { flash: 'evidence-linked', label };
		}),
		unlink: action(permission, UnlinkRecordEvidence, async (request, input) => {
			const { db, actor, now } = request;
			const unlinked = { ...(await target(request)), ...input };
			const { label } = await removeRecordEvidence(db, actor, unlinked, now);
			return { flash: 'evidence-unlinked', label };
		}),
		heads: action(permission, SaveHeads, async (request, input) => {
			const { code } = await saveHeads(request.db, request.actor, at(request), input, request.now);
			return { flash: 'heads-saved', label: code };
		}),
		'remove-heads': action(permission, RemoveHeads, async (request, input) => {
			const { code } = await removeHeads(request.db, request.actor, at(request), input, request.now);
			return { flash: 'heads-removed', label: code };
		})
	};
}
