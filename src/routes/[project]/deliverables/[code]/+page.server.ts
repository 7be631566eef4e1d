import { page } from '#lib/server/http/page.ts';
import { reviewActions } from '#lib/server/pages/review-actions.ts';
import { reviewerActions } from '#lib/server/pages/reviewer-actions.ts';
import { decisionActions } from './decision-actions.server.ts';
import { deliverablePage } from './page-data.server.ts';
import { prepareActions } from './prepare-actions.server.ts';

export const load = page('deliverable:read', deliverablePage);

export const actions = {
	...prepareActions,
	...reviewerActions,
	...reviewActions('deliverable'),
	...decisionActions
};
