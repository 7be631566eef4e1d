import {
	DeliverablePlan,
	Justification,
	NewContributor,
	NewFiles,
	OfItem,
	OfVersionFile,
	OpenReview
} from '#lib/schemas/deliverables.ts';
import { addContributor } from '#lib/server/commands/add-contributor.ts';
import { addVersionFiles } from '#lib/server/commands/add-version-files.ts';
import { chooseMainFile } from '#lib/server/commands/choose-main-file.ts';
import { confirmContributors } from '#lib/server/commands/confirm-contributors.ts';
import { justifyLateness } from '#lib/server/commands/justify-lateness.ts';
import { openReview } from '#lib/server/commands/open-review.ts';
import { removeVersionFile } from '#lib/server/commands/remove-version-file.ts';
import { startPreparation } from '#lib/server/commands/start-preparation.ts';
import { updateDeliverablePlan } from '#lib/server/commands/update-deliverable-plan.ts';
import { itemAction, said } from '#lib/server/http/item-action.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';

/** What the lead, the contributors and the work package leader do until the review is open. */
export const prepareActions = {
	start: itemAction('deliverable:edit', OfItem, startPreparation, 'preparation-started'),
	upload: uploadAction('deliverable:edit', NewFiles, async (request, input, files) => {
		const { replaced } = await addVersionFiles(request.db, request.actor, input, files, request.now);
		return said(replaced ? 'main-file-replaced' : 'files-stored', request);
	}),
	'choose-main': itemAction('deliverable:edit', OfVersionFile, chooseMainFile, 'main-file-chosen'),
	'remove-file': itemAction('deliverable:edit', OfVersionFile, removeVersionFile, 'file-removed'),
	contributor: itemAction('deliverable:edit', NewContributor, addContributor, 'contributor-added'),
	confirm: itemAction('deliverable:request-review', OfItem, confirmContributors, 'contributors-confirmed'),
	plan: itemAction('deliverable:plan', DeliverablePlan, updateDeliverablePlan, 'plan-saved'),
	open: itemAction('deliverable:request-review', OpenReview, openReview, 'review-opened'),
	justify: itemAction('deliverable:justify-lateness', Justification, justifyLateness, 'lateness-justified')
};
