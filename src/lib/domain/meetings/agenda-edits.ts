import type { AgendaState } from './meetings.ts';
import { inOrder, type DayHours, type Slot } from './agenda.ts';

export type AgendaReason =
	| { code: 'agenda-day-outside'; day: string }
	| { code: 'agenda-time-outside'; from: number; to: number }
	| { code: 'agenda-point-begun'; title: string }
	| { code: 'agenda-point-settled'; state: AgendaState }
	| { code: 'agenda-point-open'; title: string }
	| { code: 'agenda-clock-not-open'; title: string }
	| { code: 'agenda-clock-not-running' }
	| { code: 'agenda-link-unknown'; text: string }
	| { code: 'agenda-link-there'; text: string };

/** Where a point is to stand: within the days and the hours of its meeting. */
export function slotBlocks(
	days: readonly DayHours[],
	slot: { day: string | null; startsAt: number | null }
): AgendaReason[] {
	if (slot.day === null) return [];
	const day = days.find((one) => one.day === slot.day);
	if (!day) return [{ code: 'agenda-day-outside', day: slot.day }];
	const { startsAt: from, endsAt: to } = day;
	if (slot.startsAt === null || from === null || to === null) return [];
	const isWithin = slot.startsAt >= from && slot.startsAt < to;
	return isWithin ? [] : [{ code: 'agenda-time-outside', from, to }];
}

/** A point that was taken, or has minutes, stays on its meeting's agenda. */
export function removalBlocks(point: {
	title: string;
	openedAt: string | null;
	hasMinutes: boolean;
}): AgendaReason[] {
	const isBegun = point.openedAt !== null || point.hasMinutes;
	return isBegun ? [{ code: 'agenda-point-begun', title: point.title }] : [];
}

/** A proposal is answered once. */
export function proposalBlocks({ state }: { state: AgendaState }): AgendaReason[] {
	return state === 'proposed' ? [] : [{ code: 'agenda-point-settled', state }];
}

/**
 * New positions of a day's points when one goes up or down by one place, whatever its section or track; none at the end
 * of the row. Only those that change.
 */
export function movedPositions(
	slots: readonly Pick<Slot, 'id' | 'day' | 'position'>[],
	id: string,
	direction: 'up' | 'down'
): { id: string; position: number }[] {
	const own = slots.find((slot) => slot.id === id);
	const row = inOrder(slots.filter((slot) => slot.day === own?.day));
	const at = row.findIndex((slot) => slot.id === id);
	const to = direction === 'up' ? at - 1 : at + 1;
	const [one, other] = [row[at], row[to]];
	return one && other ? renumbered(row.with(at, other).with(to, one)) : [];
}

/** The same when one is put before another of its day; `before` null: after the last. */
export function positionsBefore(
	slots: readonly Pick<Slot, 'id' | 'day' | 'position'>[],
	id: string,
	before: string | null
): { id: string; position: number }[] {
	const own = slots.find((slot) => slot.id === id);
	if (!own || before === id) return [];
	const rest = inOrder(slots.filter((slot) => slot.day === own.day && slot.id !== id));
	const at = before === null ? rest.length : rest.findIndex((slot) => slot.id === before);
	return at < 0 ? [] : renumbered(rest.toSpliced(at, 0, own));
}

/** Positions from 1; only those that change. */
function renumbered(order: readonly { id: string; position: number }[]): { id: string; position: number }[] {
	return order
		.map((slot, index) => ({ id: slot.id, before: slot.position, position: index + 1 }))
		.filter(({ before, position }) => before !== position)
		.map(({ id, position }) => ({ id, position }));
}

/** The position after everything else. */
export function lastPosition(slots: readonly { position: number }[]): number {
	return Math.max(0, ...slots.map(({ position }) => position)) + 1;
}
