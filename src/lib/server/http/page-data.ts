import type { RequestEvent } from '@sveltejs/kit';

/**
 * The framework answers for every page also with the data it was made from. Pages are made on the server, and their data
 * may hold more than this reader is shown: it stays there.
 */
export function dataRefusal({
	isDataRequest
}: Pick<RequestEvent, 'isDataRequest'>): { status: number; message: string } | null {
	return isDataRequest ? { status: 404, message: 'Not found' } : null;
}
