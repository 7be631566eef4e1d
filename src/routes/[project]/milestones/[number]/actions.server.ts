import * as schemas from '#lib/schemas/milestones.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { evidenceOfAddress, evidenceOfFiles, evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { assignVerifier } from '#lib/server/commands/assign-verifier.ts';
import { claimMilestone } from '#lib/server/commands/claim-milestone.ts';
import { declareMilestone } from '#lib/server/commands/declare-milestone.ts';
import { deferMilestone } from '#lib/server/commands/defer-milestone.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { endMilestone } from '#lib/server/commands/end-milestone.ts';
import { judgeMeans } from '#lib/server/commands/judge-means.ts';
import { linkMeansEvidence } from '#lib/server/commands/link-means-evidence.ts';
import { reopenMilestone } from '#lib/server/commands/reopen-milestone.ts';
import { replaceMilestone } from '#lib/server/commands/replace-milestone.ts';
import { returnMilestone } from '#lib/server/commands/return-milestone.ts';
import { unlinkMeansEvidence } from '#lib/server/commands/unlink-means-evidence.ts';
import { verifyMilestone } from '#lib/server/commands/verify-milestone.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { commentActions } from '#lib/server/pages/opinions.ts';
import { findItemId } from '#lib/server/queries/find-item-id.ts';

const itemOf = ({ db, actor, param }: ProjectRequest) =>
	findItemId(db, actor.projectId, 'milestone', param('number'));

/** What the next page says; the milestone's code stands before it. */
const said = (request: ProjectRequest, flash: string) => ({ flash, label: request.param('number') });

export const milestoneActions = {
	...commentActions,

	upload: uploadAction('milestone:evidence', schemas.UploadMeansEvidence, async (request, input, files) => {
		const { db, actor, now } = request;
		const { level, meansId } = input;
		const target = { itemId: await itemOf(request), meansId };
		await linkMeansEvidence(db, actor, target, evidenceOfFiles(actor, files, level, now), now);
		return said(request, 'evidence-linked');
	}),

	link: action('milestone:evidence', schemas.LinkMeansAddress, async (request, input) => {
		const { db, actor, now } = request;
		const target = { itemId: await itemOf(request), meansId: input.meansId };
		await linkMeansEvidence(db, actor, target, evidenceOfAddress(actor, input, now), now);
		return said(request, 'evidence-linked');
	}),

	reuse: action('milestone:evidence', schemas.LinkEvidence, async (request, input) => {
		const { db, actor, now } = request;
		const target = { itemId: await itemOf(request), meansId: input.meansId };
		await linkMeansEvidence(db, actor, target, evidenceOfProject(actor, input.evidenceId), now);
		return said(request, 'evidence-linked');
	}),

	unlink: action('milestone:evidence', schemas.UnlinkEvidence, async (request, input) => {
		const { db, actor, now } = request;
		await unlinkMeansEvidence(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'evidence-unlinked');
	}),

	claim: action('milestone:claim', schemas.ClaimMilestone, async (request, input) => {
		const { db, actor, now, today } = request;
		await claimMilestone(db, actor, { ...input, today, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-claimed');
	}),

	assign: action('milestone:assign', schemas.AssignVerifier, async (request, input) => {
		const { db, actor, now, today } = request;
		await assignVerifier(db, actor, { ...input, today, itemId: await itemOf(request) }, now);
		return said(request, 'verifier-assigned');
	}),

	release: action('milestone:assign', schemas.ReleaseVerifier, async (request, input) => {
		const { db, actor, now } = request;
		await endAssignment(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'verifier-released');
	}),

	judge: action('milestone:verify', schemas.JudgeMeans, async (request, input) => {
		const { db, actor, now } = request;
		await judgeMeans(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'means-judged');
	}),

	return: action('milestone:verify', schemas.ReturnMilestone, async (request, input) => {
		const { db, actor, now } = request;
		await returnMilestone(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-returned');
	}),

	verify: action('milestone:verify', schemas.VerifyMilestone, async (request, { password, ...input }) => {
		const { db, actor, now, today } = request;
		const itemId = await itemOf(request);
		const authenticatedAt = await freshAuthentication(request, password);
		await verifyMilestone(db, actor, { ...input, itemId, today, authenticatedAt }, now);
		return said(request, 'milestone-signed');
	}),

	declare: action('milestone:declare', schemas.DeclareMilestone, async (request, { password, ...input }) => {
		const { db, actor, now, today } = request;
		const itemId = await itemOf(request);
		const authenticatedAt = await freshAuthentication(request, password);
		await declareMilestone(db, actor, { ...input, itemId, today, authenticatedAt }, now);
		return said(request, 'milestone-declared');
	}),

	reopen: action('milestone:reopen', schemas.ReopenMilestone, async (request, input) => {
		const { db, actor, now } = request;
		await reopenMilestone(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-reopened');
	}),

	end: action('milestone:end', schemas.EndMilestone, async (request, input) => {
		const { db, actor, now } = request;
		await endMilestone(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-ended');
	}),

	replace: action('milestone:end', schemas.ReplaceMilestone, async (request, input) => {
		const { db, actor, now } = request;
		await replaceMilestone(db, actor, { ...input, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-replaced');
	}),

	defer: action('milestone:end', schemas.DeferMilestone, async (request, input) => {
		const { db, actor, now, today } = request;
		await deferMilestone(db, actor, { ...input, today, itemId: await itemOf(request) }, now);
		return said(request, 'milestone-deferred');
	})
};
