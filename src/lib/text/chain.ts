import type { ChainBreak } from '#lib/domain/chain-check.ts';

/** What is wrong with a chain, in one sentence; null is nothing. */
export function chainText(broken: ChainBreak | null): string {
	if (broken === null) return 'unbroken';
	const event = `event ${broken.sequence}`;
	switch (broken.problem) {
		case 'edited':
			return `${event} was changed after it was written`;
		case 'missing':
			return `${event} is missing`;
		case 'out-of-order':
			return `${event} does not follow the event before it: events were put in, moved or written anew`;
		case 'head':
			return `the chain does not end where its head says, at ${event}`;
	}
}
