/**
 * `answered` it is there · `changed` it is there and reads differently than last time · `gone` the site says that it does
 * not exist (any more) · `no-answer` the site did not answer, or not in time · `refused` we do not ask such addresses.
 */
export const LINK_RESULTS = ['answered', 'changed', 'gone', 'no-answer', 'refused'] as const;
export type LinkResult = (typeof LINK_RESULTS)[number];

/** What asking an address came to. */
export type LinkAnswer =
	| { kind: 'body'; status: number; sha256: string; size: number }
	/** The site answered, and not with the page. */
	| { kind: 'status'; status: number }
	| { kind: 'none'; note: string }
	| { kind: 'refused'; note: string };

/** `previous`: the hash of the last time that the address answered with a page. */
export function linkResult(answer: LinkAnswer, previous: string | null): LinkResult {
	if (answer.kind === 'refused') return 'refused';
	if (answer.kind === 'none') return 'no-answer';
	// A site that is closed for a moment, asks for a sign-in or turns programs away has not lost the page.
	if (answer.kind === 'status') return answer.status === 404 || answer.status === 410 ? 'gone' : 'no-answer';
	return previous === null || previous === answer.sha256 ? 'answered' : 'changed';
}

/** Nobody makes us ask the same site again and again, nor waits for more addresses than a page can wait for. */
const MOST_AT_ONCE = 12;
const REST_MINUTES = 10;

/** Which addresses are looked at when somebody asks for it: those not looked at just now, the longest ago first. */
export function linksToCheck<A extends { code: string; checkedAt: string | null }>(
	addresses: readonly A[],
	now: Date
): A[] {
	const rested = new Date(now.getTime() - REST_MINUTES * 60_000).toISOString();
	return addresses
		.filter(({ checkedAt }) => checkedAt === null || checkedAt <= rested)
		.sort((a, b) => ((a.checkedAt ?? '') < (b.checkedAt ?? '') ? -1 : 1))
		.slice(0, MOST_AT_ONCE);
}
