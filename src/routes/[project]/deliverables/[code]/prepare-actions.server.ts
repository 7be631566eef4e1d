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
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';

const said = (flash: string, { param }: ProjectRequest) => ({ flash, label: param('code') });

/** What the lead, the contributors and the work package leader do until the review is open. */
export const prepareActions = {
	start: action('deliverable:edit', OfItem, async (request, input) => {
		await startPreparation(request.db, request.actor, input, request.now);
		return said('preparation-started', request);
	}),
	upload: uploadAction('deliverable:edit', NewFiles, async (request, input, files) => {
		await addVersionFiles(request.db, request.actor, input, files, request.now);
		return said('files-stored', request);
	}),
	'choose-main': action('deliverable:edit', OfVersionFile, async (request, input) => {
		await chooseMainFile(request.db, request.actor, input, request.now);
		return said('main-file-chosen', request);
	}),
	'remove-file': action('deliverable:edit', OfVersionFile, async (request, input) => {
		await removeVersionFile(request.db, request.actor, input, request.now);
		return said('file-removed', request);
	}),
	contributor: action('deliverable:edit', NewContributor, async (request, input) => {
		await addContributor(request.db, request.actor, input, request.now);
		return said('contributor-added', request);
	}),
	confirm: action('deliverable:request-review', OfItem, async (request, input) => {
		await confirmContributors(request.db, request.actor, input, request.now);
		return said('contributors-confirmed', request);
	}),
	plan: action('deliverable:plan', DeliverablePlan, async (request, input) => {
		await updateDeliverablePlan(request.db, request.actor, input, request.now);
		return said('plan-saved', request);
	}),
	open: action('deliverable:request-review', OpenReview, async (request, input) => {
		await openReview(request.db, request.actor, input, request.now);
		return said('review-opened', request);
	}),
	justify: action('deliverable:justify-lateness', Justification, async (request, input) => {
		await justifyLateness(request.db, request.actor, input, request.now);
		return said('lateness-justified', request);
	})
};
