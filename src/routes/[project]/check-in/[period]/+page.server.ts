import { page } from '#lib/server/http/page.ts';
import { ownActions, ownPage } from '#lib/server/pages/own-check-in.ts';

export const load = page('check-in:read', (request) => ownPage(request, request.param('period')));

export const actions = ownActions;
