const MINUTE = 60_000;

/** The running clock of a point: when it was opened and closed, and how long it was to take. */
export interface Clocked {
	openedAt: string | null;
	closedAt: string | null;
	minutes: number | null;
}

/** Whole minutes that a point has taken so far. */
export function clockOf({ openedAt, closedAt }: Clocked, now: Date) {
	if (openedAt === null) return { state: 'waiting' as const, elapsed: 0 };
	const until = closedAt === null ? now.getTime() : Date.parse(closedAt);
	const elapsed = Math.max(0, Math.floor((until - Date.parse(openedAt)) / MINUTE));
	return { state: closedAt === null ? ('open' as const) : ('done' as const), elapsed };
}

/**
 * Minutes by which a meeting runs over (below zero: ahead of) what was planned for the points it has taken. A point
 * still open counts only once it takes longer than planned; one without a duration never counts.
 */
export function overTime(points: readonly Clocked[], now: Date): number {
	return points.reduce((sum, point) => {
		const { state, elapsed } = clockOf(point, now);
		if (state === 'waiting' || point.minutes === null) return sum;
		const over = elapsed - point.minutes;
		return sum + (state === 'open' ? Math.max(0, over) : over);
	}, 0);
}
