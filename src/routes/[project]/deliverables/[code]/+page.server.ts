import { page } from '#lib/server/http/page.ts';
import { decisionActions } from './decision-actions.server.ts';
import { deliverablePage } from './page-data.server.ts';
import { prepareActions } from './prepare-actions.server.ts';
import { reviewActions } from './review-actions.server.ts';
import { reviewerActions } from './reviewer-actions.server.ts';

export const load = page('deliverable:read', deliverablePage);

export const actions = { ...prepareActions, ...reviewerActions, ...reviewActions, ...decisionActions };
