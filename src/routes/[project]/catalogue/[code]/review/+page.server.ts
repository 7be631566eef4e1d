import { ApproveEntry } from '#lib/schemas/catalogue/signing.ts';
import { OpenReview } from '#lib/schemas/deliverables.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { approveEntry } from '#lib/server/commands/approve-entry.ts';
import { openEntryReview } from '#lib/server/commands/open-entry-review.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { entrySigningPage } from '#lib/server/pages/entry-signing.ts';
import { reviewActions } from '#lib/server/pages/review-actions.ts';
import { reviewerActions } from '#lib/server/pages/reviewer-actions.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';

export const load = page('review:read', entrySigningPage);

const said = (flash: string, { param }: ProjectRequest) => ({ flash, label: param('code') });

export const actions = {
	...reviewerActions,
	...reviewActions('entry'),
	open: action('entry:request-review', OpenReview, async (request, input) => {
		await openEntryReview(request.db, request.actor, input, request.now);
		return said('entry-review-opened', request);
	}),
	approve: uploadAction('entry:approve', ApproveEntry, async (request, input, files) => {
		const { db, actor, now } = request;
		const { password, evidenceId, ...given } = input;
		const authenticatedAt = await freshAuthentication(request, password);
		const [file] = files;
		const evidenceOf = async (db: ProjectRequest['db']) =>
			file
				? insertFileEvidence(db, actor, file, { level: 'PU' }, now)
				: (await findLinkableEvidence(db, actor, evidenceId))?.id;
		const { isApproved } = await approveEntry(db, actor, { ...given, authenticatedAt }, evidenceOf, now);
		return said(isApproved ? 'institution-approved' : 'body-approved', request);
	})
};
