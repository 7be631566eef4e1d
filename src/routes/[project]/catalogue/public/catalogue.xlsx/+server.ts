import { publicTable } from '#lib/server/http/public-export.ts';

export const GET = publicTable('xlsx');
