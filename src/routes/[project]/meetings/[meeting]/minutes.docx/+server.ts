import { minutesFile } from '#lib/server/http/minutes-file.ts';

export const GET = minutesFile();
