const ASKED_WRONGLY: Partial<Record<number, string>> = {
	400: 'This request cannot be read.',
	404: 'Not found',
	405: 'This page does not take that kind of request.',
	413: 'This is more than the page takes at once.',
	415: 'This page does not take that kind of content.'
};

/**
 * What went wrong, by the status of the answer: only from 500 on is it ours. The page for when nothing else can be shown
 * knows only this text: it names the request.
 */
export function problemText(status: number, requestId: string): string {
	if (status >= 500)
		return `Something went wrong on our side. When you report this, name the request ${requestId}.`;
	return ASKED_WRONGLY[status] ?? 'This request cannot be answered.';
}
