import { page } from '#lib/server/http/page.ts';
import { ownPage } from './own.server.ts';

export const load = page('check-in:read', (request) => ownPage(request, null));
