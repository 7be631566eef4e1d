import { can } from '#lib/domain/can.ts';
import {
	Acceptance,
	Approval,
	BreakGlass,
	EditorialRevision,
	Merger,
	PortalUpload,
	ReturnedDeliverable,
	Revision,
	Submission,
	Withdrawal
} from '#lib/schemas/deliverable-reviews.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { approveDeliverable } from '#lib/server/commands/approve-deliverable.ts';
import { breakGlassDeliverable } from '#lib/server/commands/break-glass-deliverable.ts';
import { mergeDeliverable } from '#lib/server/commands/merge-deliverable.ts';
import { recordAcceptance } from '#lib/server/commands/record-acceptance.ts';
import { recordEditorial } from '#lib/server/commands/record-editorial.ts';
import { recordRevision } from '#lib/server/commands/record-revision.ts';
import { recordSubmission } from '#lib/server/commands/record-submission.ts';
import { recordUpload } from '#lib/server/commands/record-upload.ts';
import { returnDeliverable } from '#lib/server/commands/return-deliverable.ts';
import { withdrawDeliverable } from '#lib/server/commands/withdraw-deliverable.ts';
import { fileStore } from '#lib/server/files/store.ts';
import { buildPackage } from '#lib/server/files/submission-package.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { itemAction, said } from '#lib/server/http/item-action.ts';
import { findDeliverableFacts } from '#lib/server/queries/find-deliverable-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';

/** The package is built before the transaction; the command refuses one that is not of what was signed. */
async function packageOf({ db, actor, project }: ProjectRequest, itemId: string) {
	const found = await findDeliverableFacts(db, project.id, { id: itemId });
	if (!found || !can(actor, 'deliverable:approve', found.subject).ok) return undefined;
	const { plan } = await findQualityPlan(db, project.id);
	return buildPackage(fileStore(), project.acronym, found, plan.maxFileMegabytes);
}

/** What the coordinator decides and records, and the QA lead's word on a revision. */
export const decisionActions = {
	approve: action('deliverable:approve', Approval, async (request, { password, ...input }) => {
		const authenticatedAt = await freshAuthentication(request, password);
		const built = await packageOf(request, input.itemId);
		await approveDeliverable(request.db, request.actor, { ...input, authenticatedAt, built }, request.now);
		return said('approved', request);
	}),
	return: itemAction('deliverable:return', ReturnedDeliverable, returnDeliverable, 'returned'),
	'break-glass': action('deliverable:break-glass', BreakGlass, async (request, { password, ...input }) => {
		const authenticatedAt = await freshAuthentication(request, password);
		const built = await packageOf(request, input.itemId);
		const breaking = { ...input, authenticatedAt, built };
		await breakGlassDeliverable(request.db, request.actor, breaking, request.now);
		return said('glass-broken', request);
	}),
	'portal-upload': itemAction('deliverable:record-portal', PortalUpload, recordUpload, 'upload-recorded'),
	submit: itemAction('deliverable:record-portal', Submission, recordSubmission, 'submission-recorded'),
	accept: itemAction('deliverable:record-portal', Acceptance, recordAcceptance, 'acceptance-recorded'),
	revise: itemAction('deliverable:record-portal', Revision, recordRevision, 'revision-recorded'),
	editorial: action(
		'deliverable:set-editorial',
		EditorialRevision,
		async (request, { password, ...input }) => {
			const authenticatedAt = await freshAuthentication(request, password);
			await recordEditorial(request.db, request.actor, { ...input, authenticatedAt }, request.now);
			return said('editorial-recorded', request);
		}
	),
	withdraw: itemAction('deliverable:withdraw', Withdrawal, withdrawDeliverable, 'withdrawn'),
	merge: itemAction('deliverable:withdraw', Merger, mergeDeliverable, 'merged')
};
