import type { CountedRecord } from '#lib/domain/outreach/heads.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { EDIT_RECORD } from '#lib/domain/records.ts';
import {
	LinkRecordAddress,
	ReuseRecordEvidence,
	UnlinkRecordEvidence,
	UploadRecordEvidence
} from '#lib/schemas/outreach/evidence.ts';
import { RemoveHeads, SaveHeads } from '#lib/schemas/outreach/heads.ts';
import { insertFileEvidence, insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import {
	addRecordEvidence,
	linkRecordEvidence,
	removeRecordEvidence
} from '#lib/server/commands/add-record-evidence.ts';
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
			if (files.length === 0) throw new Refusal([{ code: 'file-missing' }]);
			const addFiles = async (db: ProjectRequest['db']) => {
				const ids: string[] = [];
				for (const file of files) ids.push(await insertFileEvidence(db, actor, file, { level }, now));
				return ids;
			};
			const { label } = await addRecordEvidence(db, actor, await target(request), addFiles, now);
			return { flash: 'evidence-linked', label };
		}),
		link: action(permission, LinkRecordAddress, async (request, { url, title: name, level }) => {
			const { db, actor, now } = request;
			const addLink = async (db: ProjectRequest['db']) => [
				await insertLinkEvidence(db, actor, { url, name, level }, now)
			];
			const { label } = await addRecordEvidence(db, actor, await target(request), addLink, now);
			return { flash: 'evidence-linked', label };
		}),
		reuse: action(permission, ReuseRecordEvidence, async (request, input) => {
			const { db, actor, now } = request;
			const linked = { ...(await target(request)), ...input };
			const { label } = await linkRecordEvidence(db, actor, linked, now);
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
