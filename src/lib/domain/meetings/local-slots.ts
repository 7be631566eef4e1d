import { daysBetween } from '#lib/domain/days.ts';
import { instantOf, isTimeZone, localTime, type Clock, type LocalTime, type Slot } from './zones.ts';

/** Working hours outside of which a meeting is no fair request: 08:00 to 19:00. */
const FROM = 8 * 60;
const TO = 19 * 60;

export interface Settled {
	acronym: string;
	city: string | null;
	timeZone: string | null;
}

export interface Zone {
	timeZone: string;
	cities: string[];
	/** Acronyms of the organisations that sit there. */
	organisations: string[];
}

/** The zones of a consortium, each once, in the order of its organisations. */
export function zonesOf(organisations: readonly Settled[]): Zone[] {
	const zones = new Map<string, Zone>();
	for (const { acronym, city, timeZone } of organisations) {
		if (timeZone === null || !isTimeZone(timeZone)) continue;
		const zone = zones.get(timeZone) ?? { timeZone, cities: [], organisations: [] };
		const name = city ?? cityOf(timeZone);
		if (!zone.cities.includes(name)) zone.cities.push(name);
		zone.organisations.push(acronym);
		zones.set(timeZone, zone);
	}
	return [...zones.values()];
}

export interface LocalSlot {
	/** In the zone that was asked for. */
	starts: LocalTime;
	ends: LocalTime;
	/** Days that the start lies after (or before) the day that the meeting calls it. */
	shift: number;
	outside: boolean;
}

/** A slot of a meeting as the clocks of another zone show it. */
export function slotIn(timeZone: string, meetingZone: string, slot: Slot): LocalSlot {
	const starts = localTime(timeZone, instantOf(meetingZone, slot.day, slot.startsAt).at);
	const ends = localTime(timeZone, instantOf(meetingZone, slot.day, slot.endsAt).at);
	const isWithin = starts.minutes >= FROM && daysBetween(starts.day, ends.day) === 0 && ends.minutes <= TO;
	return { starts, ends, shift: daysBetween(slot.day, starts.day), outside: !isWithin };
}

export interface ClockChange {
	slot: Slot;
	at: 'start' | 'end';
	clock: Exclude<Clock, 'once'>;
	/** Which of the two, or what it counts as. */
	taken: LocalTime;
}

/** Starts and ends that the local clocks skip or show twice. */
export function clockChanges(meetingZone: string, slots: readonly Slot[]): ClockChange[] {
	return slots.flatMap((slot) =>
		(
			[
				['start', slot.startsAt],
				['end', slot.endsAt]
			] as const
		).flatMap(([which, minutes]) => {
			const { at, clock } = instantOf(meetingZone, slot.day, minutes);
			return clock === 'once' ? [] : [{ slot, at: which, clock, taken: localTime(meetingZone, at) }];
		})
	);
}

export interface InvitedPlace extends Settled {
	isInvited: boolean;
}

/**
 * The days of a meeting in every zone of the consortium, its own first; `unfair` names those invited there for whom a
 * day leaves the working hours.
 */
export function cityTimes(
	meetingZone: string,
	slots: readonly Slot[],
	organisations: readonly InvitedPlace[]
) {
	const zones = zonesOf(organisations);
	const own = zones.find((zone) => zone.timeZone === meetingZone) ?? {
		timeZone: meetingZone,
		cities: [cityOf(meetingZone)],
		organisations: []
	};
	return [own, ...zones.filter((zone) => zone !== own)].map((zone) => {
		const local = slots.map((slot) => slotIn(zone.timeZone, meetingZone, slot));
		const invited = organisations.filter((one) => one.isInvited && one.timeZone === zone.timeZone);
		const isUnfair = local.some((slot) => slot.outside);
		return {
			...zone,
			isOwn: zone === own,
			slots: local,
			unfair: isUnfair ? invited.map((one) => one.acronym) : []
		};
	});
}

/** Asia/Samarkand names a city by itself. */
function cityOf(timeZone: string): string {
	return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
