import { page } from '#lib/server/http/page.ts';
import { ownPage } from '#lib/server/pages/own-check-in.ts';

export const load = page('check-in:read', (request) => ownPage(request, null));
