import type { ActionEvent } from '#lib/domain/meetings/action-life-cycle.ts';
import * as schemas from '#lib/schemas/meetings/actions.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { addActionEvidence } from '#lib/server/commands/add-action-evidence.ts';
import { evidenceOfAddress, evidenceOfFiles, evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { blockAction } from '#lib/server/commands/block-action.ts';
import { claimAction } from '#lib/server/commands/claim-action.ts';
import { decideActionDate } from '#lib/server/commands/decide-action-date.ts';
import { declineAction } from '#lib/server/commands/decline-action.ts';
import { editAction } from '#lib/server/commands/edit-action.ts';
import { cancelAction, supersedeAction } from '#lib/server/commands/end-action.ts';
import { handOverAction } from '#lib/server/commands/hand-over-action.ts';
import { proposeActionDate } from '#lib/server/commands/propose-action-date.ts';
import { reopenAction } from '#lib/server/commands/reopen-action.ts';
import { startAction } from '#lib/server/commands/start-action.ts';
import { unblockAction } from '#lib/server/commands/unblock-action.ts';
import { verifyAction } from '#lib/server/commands/verify-action.ts';
import { action } from '#lib/server/http/action.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';

/** What the next page says; the action's code stands before it. */
const done = (event: ActionEvent) => (of: { code: string }) => ({ flash: `action-${event}`, label: of.code });

export const actionActions = {
	accept: action('action:update', schemas.ActionStepSchema, ({ db, actor, now }, input) =>
		acceptAction(db, actor, input, now).then(done('accept'))
	),
	decline: action('action:update', schemas.DeclineActionSchema, ({ db, actor, now }, input) =>
		declineAction(db, actor, input, now).then(done('decline'))
	),
	start: action('action:update', schemas.ActionStepSchema, ({ db, actor, now }, input) =>
		startAction(db, actor, input, now).then(done('start'))
	),
	block: action('action:update', schemas.BlockActionSchema, ({ db, actor, now }, input) =>
		blockAction(db, actor, input, now).then(done('block'))
	),
	unblock: action('action:update', schemas.ActionStepSchema, ({ db, actor, now }, input) =>
		unblockAction(db, actor, input, now).then(done('unblock'))
	),
	claim: action('action:update', schemas.ClaimActionSchema, ({ db, actor, now }, input) =>
		claimAction(db, actor, input, now).then(done('claim'))
	),
	verify: action('action:verify', schemas.ActionStepSchema, ({ db, actor, now }, input) =>
		verifyAction(db, actor, input, now).then(done('verify'))
	),
	reopen: action('action:verify', schemas.ReopenActionSchema, ({ db, actor, now }, input) =>
		reopenAction(db, actor, input, now).then(done('reopen'))
	),
	'hand-over': action('action:steer', schemas.HandOverActionSchema, ({ db, actor, now }, input) =>
		handOverAction(db, actor, input, now).then(done('hand-over'))
	),
	cancel: action('action:steer', schemas.CancelActionSchema, ({ db, actor, now }, input) =>
		cancelAction(db, actor, input, now).then(done('cancel'))
	),
	supersede: action('action:steer', schemas.SupersedeActionSchema, ({ db, actor, now }, input) =>
		supersedeAction(db, actor, input, now).then(done('supersede'))
	),
	edit: action('action:steer', schemas.EditActionSchema, async ({ db, actor, now }, input) => {
		const { code } = await editAction(db, actor, input, now);
		return { flash: 'action-edited', label: code };
	}),
	propose: action('action:update', schemas.ProposeActionDateSchema, async ({ db, actor, now }, input) => {
		const { code } = await proposeActionDate(db, actor, input, now);
		return { flash: 'action-date-proposed', label: code };
	}),
	decide: action('action:steer', schemas.DecideActionDateSchema, async ({ db, actor, now }, input) => {
		const { code, isAgreed } = await decideActionDate(db, actor, input, now);
		return { flash: isAgreed ? 'action-date-agreed' : 'action-date-refused', label: code };
	}),
	upload: uploadAction(
		'action:update',
		schemas.UploadActionEvidenceSchema,
		async ({ db, actor, now }, input, files) => {
			const added = evidenceOfFiles(actor, files, input.level, now);
			const { code } = await addActionEvidence(db, actor, input, added, now);
			return { flash: 'evidence-linked', label: code };
		}
	),
	link: action('action:update', schemas.LinkActionAddressSchema, async ({ db, actor, now }, input) => {
		const { code } = await addActionEvidence(db, actor, input, evidenceOfAddress(actor, input, now), now);
		return { flash: 'evidence-linked', label: code };
	}),
	reuse: action('action:update', schemas.ReuseActionEvidenceSchema, async ({ db, actor, now }, input) => {
		const reused = evidenceOfProject(actor, input.evidenceId);
		const { code } = await addActionEvidence(db, actor, input, reused, now);
		return { flash: 'evidence-linked', label: code };
	})
};
