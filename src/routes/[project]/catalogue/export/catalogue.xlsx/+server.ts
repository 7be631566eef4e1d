import { internalTable } from '#lib/server/http/internal-export.ts';

export const GET = internalTable('xlsx');
