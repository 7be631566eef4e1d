import { publicDocument } from '#lib/server/http/public-export.ts';

export const GET = publicDocument('open-badges', 'application/json; charset=utf-8');
