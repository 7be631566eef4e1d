import type { AgendaReason } from './agenda-edits.ts';
import type { AgendaState, MeetingState } from './meetings.ts';

/** The running clock of a point: when it was opened and closed, and how long it was to take. */
export interface Clocked {
	openedAt: string | null;
	closedAt: string | null;
	minutes: number | null;
}

/** Whole minutes, and seconds, that a point has taken so far. */
export function clockOf({ openedAt, closedAt }: Clocked, now: Date) {
	if (openedAt === null) return { state: 'waiting' as const, elapsed: 0, seconds: 0 };
	const until = closedAt === null ? now.getTime() : Date.parse(closedAt);
	const seconds = Math.max(0, Math.floor((until - Date.parse(openedAt)) / 1000));
	const state = closedAt === null ? ('open' as const) : ('done' as const);
	return { state, elapsed: Math.floor(seconds / 60), seconds };
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

interface OnClock extends Clocked {
	id: string;
	title: string;
	track: string;
}

/** A clock runs only while its meeting does, and a point closes only while it is open. */
export function clockBlocks(
	meeting: { state: MeetingState },
	point: Clocked & { title: string; state: AgendaState },
	event: 'open' | 'close'
): AgendaReason[] {
	const { state } = clockOf(point, new Date(0));
	return [
		...(meeting.state === 'running' ? [] : [{ code: 'agenda-clock-not-running' } as const]),
		...(point.state === 'planned' ? [] : [{ code: 'agenda-point-settled', state: point.state } as const]),
		...(event === 'open' && state === 'open'
			? [{ code: 'agenda-point-open', title: point.title } as const]
			: []),
		...(event === 'close' && state !== 'open'
			? [{ code: 'agenda-clock-not-open', title: point.title } as const]
			: [])
	];
}

/**
 * What an event does to the clocks. Opening a point closes whatever is open in its track, or for everybody; a point
 * opened again goes on from the time it had taken.
 */
export function clockChanges(points: readonly OnClock[], id: string, event: 'open' | 'close', now: Date) {
	const at = now.toISOString();
	const own = points.find((point) => point.id === id);
	if (!own) return [];
	if (event === 'close') return [{ id, openedAt: own.openedAt, closedAt: at }];
	const others = points
		.filter((point) => point.id !== id && clockOf(point, now).state === 'open')
		.filter(({ track }) => track === '' || own.track === '' || track === own.track)
		.map((point) => ({ id: point.id, openedAt: point.openedAt, closedAt: at }));
	const taken = clockOf(own, now).seconds * 1000;
	return [...others, { id, openedAt: new Date(now.getTime() - taken).toISOString(), closedAt: null }];
}
