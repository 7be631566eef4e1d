import type { Day } from '#lib/domain/days.ts';
import type { WaitingRecord } from '#lib/domain/waiting/records.ts';
import { slotIn, type LocalSlot } from './local-slots.ts';
import { MEETING_STATES, type MeetingState } from './meetings.ts';

/** Meetings to come that the first page names. */
const MOST = 3;

export interface HomeMeetings {
	/** The next ones; `local` is the first day that is left on the clocks of the actor, where its hours are known. */
	next: {
		slug: string;
		title: string;
		isSample: boolean;
		days: Day[];
		state: MeetingState;
		local: LocalSlot | null;
	}[];
}

/** What the first page says about meetings to come, from their days in order. `zone`: where the organisation has none. */
export function homeMeetings(
	days: readonly WaitingRecord[],
	{ today, zone }: { today: Day; zone: string }
): HomeMeetings {
	const meetings = [...Map.groupBy(days, ({ id }) => id).values()].filter((of) =>
		of.some(({ at }) => at !== null && at >= today)
	);
	return {
		next: meetings.slice(0, MOST).flatMap((of) =>
			of.slice(0, 1).map((first) => ({
				slug: first.code,
				title: first.title,
				isSample: first.origin === 'sample',
				state: MEETING_STATES.find((state) => state === first.state) ?? 'planned',
				days: of.map(({ at }) => at ?? ''),
				local: localDay(of, today, first.ownZone ?? zone)
			}))
		)
	};
}

function localDay(days: readonly WaitingRecord[], today: Day, ownZone: string): LocalSlot | null {
	const left = days.find(({ at }) => at !== null && at >= today);
	if (!left || left.at === null || left.startsAt === null || left.endsAt === null) return null;
	const slot = { day: left.at, startsAt: left.startsAt, endsAt: left.endsAt };
	return slotIn(ownZone, left.timeZone ?? ownZone, slot);
}
