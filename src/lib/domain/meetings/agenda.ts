import type { AgendaState, MeetingState, MinutesState } from './meetings.ts';

/** A point of the agenda, as its order and its times need it. */
export interface Slot {
	id: string;
	day: string | null;
	section: string;
	/** Empty: for everybody. */
	track: string;
	position: number;
	/** Minutes after local midnight; null: follows what stands before it. */
	startsAt: number | null;
	minutes: number | null;
}

/** A day of a meeting; public records often tell no hours. */
export interface DayHours {
	day: string;
	startsAt: number | null;
	endsAt: number | null;
}

/** When a point is to begin and to end; `isFixed`: by a time of its own, not by what stands before it. */
export interface SlotTimes {
	startsAt: number;
	endsAt: number;
	isFixed: boolean;
}

/** The order of a day: by position, and for equal ones by age. */
export function inOrder<One extends Pick<Slot, 'position' | 'id'>>(slots: readonly One[]): One[] {
	return [...slots].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * Planned times of a day's points. Each follows the one before it in its own track, from the beginning of the day;
 * a point for everybody waits for every track, and every track begins where everybody last was. Without hours of the day
 * only what stands at or after a time of its own has times.
 */
export function slotTimes(day: DayHours, slots: readonly Slot[]): Map<string, SlotTimes> {
	const times = new Map<string, SlotTimes>();
	const tracks = new Map<string, number>();
	let all = day.startsAt;
	for (const { id, track, startsAt, minutes } of inOrder(slots)) {
		const free = track === '' ? latest(all, tracks) : (tracks.get(track) ?? all);
		const begin = startsAt ?? free;
		if (begin === null) continue;
		const end = begin + (minutes ?? 0);
		times.set(id, { startsAt: begin, endsAt: end, isFixed: startsAt !== null });
		if (track === '') {
			all = end;
			tracks.clear();
		} else tracks.set(track, end);
	}
	return times;
}

function latest(all: number | null, tracks: ReadonlyMap<string, number>): number | null {
	const ends = [...tracks.values(), ...(all === null ? [] : [all])];
	return ends.length === 0 ? null : Math.max(...ends);
}

export type AgendaBlock<One> = { kind: 'item'; item: One } | { kind: 'parallel'; tracks: Track<One>[] };

interface Track<One> {
	name: string;
	items: One[];
}

/** Sections of a day, and in them what is for everybody, between the sessions that run side by side. */
export function agendaSections<One extends Slot>(
	slots: readonly One[]
): { name: string; blocks: AgendaBlock<One>[] }[] {
	const sections: { name: string; blocks: AgendaBlock<One>[] }[] = [];
	for (const item of inOrder(slots)) {
		let section = sections.at(-1);
		if (section?.name !== item.section) sections.push((section = { name: item.section, blocks: [] }));
		const last = section.blocks.at(-1);
		if (item.track === '') section.blocks.push({ kind: 'item', item });
		else if (last?.kind === 'parallel') join(last.tracks, item);
		else section.blocks.push({ kind: 'parallel', tracks: [{ name: item.track, items: [item] }] });
	}
	return sections;
}

function join<One extends Slot>(tracks: Track<One>[], item: One): void {
	const own = tracks.find(({ name }) => name === item.track);
	if (own) own.items.push(item);
	else tracks.push({ name: item.track, items: [item] });
}

/** The agenda may change until its minutes go round, and never after a meeting has ended for good. */
export function isAgendaOpen(meeting: { state: MeetingState; minutesState: MinutesState }): boolean {
	return (
		['planned', 'invited', 'running', 'held'].includes(meeting.state) && meeting.minutesState === 'draft'
	);
}

/** What the meeting itself is about: not what was only proposed, declined or dropped. */
export function isOnAgenda({ state }: { state: AgendaState }): boolean {
	return state === 'planned';
}

/** The agenda by day, in sections, each point with its times; `day` null: what has no day of the meeting. */
export function agendaDays<One extends Slot>(days: readonly DayHours[], slots: readonly One[]) {
	const timed = days.map((day) => {
		const own = slots.filter((slot) => slot.day === day.day);
		const times = slotTimes(day, own);
		return {
			day,
			sections: agendaSections(own.map((one) => ({ ...one, times: times.get(one.id) ?? null })))
		};
	});
	const known = new Set(days.map(({ day }) => day));
	const loose = slots.filter(({ day }) => day === null || !known.has(day));
	if (loose.length === 0) return timed;
	return [...timed, { day: null, sections: agendaSections(loose.map((one) => ({ ...one, times: null }))) }];
}
