import type { ClockChange, LocalSlot } from '#lib/domain/meetings/local-slots.ts';
import { dayText } from '#lib/text/dates.ts';
import { clockText } from './words.ts';

/** UTC+5, UTC−3:30. */
export function offsetText(minutes: number): string {
	if (minutes === 0) return 'UTC';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${pad(rest)}`}`;
}

/** 09:00–17:30. */
function spanText(startsAt: number, endsAt: number): string {
	return `${clockText(startsAt)}–${clockText(endsAt)}`;
}

/** 04:00–12:30, with the day where it is another one: `23:00–02:00 (next day)`. */
export function localSlotText({ starts, ends, shift }: LocalSlot): string {
	const endShift = starts.day === ends.day || ends.minutes === 0 ? '' : ', until the next day';
	const day = shift === 0 ? '' : shift > 0 ? ', the next day' : ', the day before';
	const end = ends.minutes === 0 && starts.day !== ends.day ? 24 * 60 : ends.minutes;
	return `${spanText(starts.minutes, end)}${day}${endShift}`;
}

/** UTC+1 before the clocks change in the slot, UTC+2 after. */
export function slotOffsetText({ starts, ends }: LocalSlot): string {
	return starts.offset === ends.offset
		? offsetText(starts.offset)
		: `${offsetText(starts.offset)}, then ${offsetText(ends.offset)}`;
}

export function clockChangeText({ slot, at, clock, taken }: ClockChange): string {
	const time = clockText(at === 'start' ? slot.startsAt : slot.endsAt);
	const day = dayText(slot.day);
	return clock === 'skipped'
		? `There is no ${time} on ${day}: the clocks go forward. It counts as ${clockText(taken.minutes)}.`
		: `${time} comes twice on ${day}: the clocks go back. The first counts, at ${offsetText(taken.offset)}.`;
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
