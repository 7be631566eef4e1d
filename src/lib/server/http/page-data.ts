import type { RequestEvent } from '@sveltejs/kit';

/** The editor of an entry saves as one types, and reads itself anew. */
const READS_ITSELF = '/[project]/catalogue/[code]/edit';

/**
 * The framework answers for every page also with the data it was made from. Pages are made on the server, and their data
 * may hold more than this reader is shown: it stays there.
 */
export function dataRefusal({
	isDataRequest,
	route
}: Pick<RequestEvent, 'isDataRequest' | 'route'>): { status: number; message: string } | null {
	return isDataRequest && route.id !== READS_ITSELF ? { status: 404, message: 'Not found' } : null;
}
