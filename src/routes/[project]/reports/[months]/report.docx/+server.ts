import { reportFile } from '#lib/server/http/report-file.ts';

export const GET = reportFile('period');
