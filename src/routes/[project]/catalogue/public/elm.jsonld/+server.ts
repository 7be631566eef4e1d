import { publicDocument } from '#lib/server/http/public-export.ts';

export const GET = publicDocument('elm', 'application/ld+json; charset=utf-8');
