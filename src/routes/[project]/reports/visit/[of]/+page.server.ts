import { page } from '#lib/server/http/page.ts';
import { reportPage, writeAction } from '#lib/server/pages/report-page.ts';

export const load = page('report:read', (request) => reportPage(request, 'visit'));

export const actions = { write: writeAction('visit') };
