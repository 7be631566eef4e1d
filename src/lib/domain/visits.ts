/** A visit is over once somebody has not looked for so long, and is written down at most so often. */
const PAUSE_MS = 4 * 60 * 60 * 1000;
const WRITTEN_EVERY_MS = 10 * 60 * 1000;

export interface Visit {
	/** When the person last looked. */
	lastAt: string;
	/** When their visit before this one ended. */
	previousAt: string | null;
}

/** Since when things are new to somebody who looks now; null on the first visit, when everything is. */
export function newSince(visit: Visit | null, now: Date): string | null {
	if (visit === null) return null;
	return isOver(visit, now) ? visit.lastAt : visit.previousAt;
}

/** What is to be written down of this look; null where it was written a moment ago. */
export function nextVisit(visit: Visit | null, now: Date): Visit | null {
	const lastAt = now.toISOString();
	if (visit === null) return { lastAt, previousAt: null };
	if (isOver(visit, now)) return { lastAt, previousAt: visit.lastAt };
	if (now.getTime() - Date.parse(visit.lastAt) < WRITTEN_EVERY_MS) return null;
	return { lastAt, previousAt: visit.previousAt };
}

/** Which span of time somebody looks in: what was shown in an earlier one may speak of an earlier visit. */
export function visitSpan(now: Date): number {
	return Math.floor(now.getTime() / PAUSE_MS);
}

function isOver({ lastAt }: Visit, now: Date): boolean {
	return now.getTime() - Date.parse(lastAt) > PAUSE_MS;
}
