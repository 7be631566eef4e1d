import { publicDocument } from '#lib/server/http/public-export.ts';

export const GET = publicDocument('moochub', 'application/json; charset=utf-8');
