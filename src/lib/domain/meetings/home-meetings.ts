import { daysBetween, type Day } from '#lib/domain/days.ts';
import { isHeldBy, type Holder } from '#lib/domain/holder.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { slotIn, type LocalSlot } from './local-slots.ts';
import type { MeetingState } from './meetings.ts';
import { minutesHolder, type HeldMinutes } from './minutes-holder.ts';

/** Meetings to come that the first page names. */
const MOST = 3;
const TO_COME: readonly MeetingState[] = ['planned', 'invited', 'running'];

interface Listed extends Omit<HeldMinutes, 'lastDay'> {
	slug: string;
	title: string;
	timeZone: string;
	/** In their order. */
	days: readonly { day: Day; startsAt: number | null; endsAt: number | null }[];
}

interface Named {
	slug: string;
	title: string;
	isSample: boolean;
}

export interface HomeMeetings {
	/** Minutes in which this actor has something to do now, the oldest first. */
	minutes: (Named & { holder: Holder; holderDays: number })[];
	/** The next ones; `local` is the first day that is left on the clocks of the actor, where its hours are known. */
	next: (Named & { days: Day[]; state: MeetingState; local: LocalSlot | null })[];
}

/** What the first page says about meetings. `ownZone`: of the actor's organisation. */
export function homeMeetings(
	meetings: readonly Listed[],
	actor: Actor,
	{ today, ownZone }: { today: Day; ownZone: string }
): HomeMeetings {
	const named = ({ slug, title, origin }: Listed) => ({ slug, title, isSample: origin === 'sample' });
	const held = meetings.flatMap((meeting) => {
		const lastDay = meeting.days.at(-1)?.day ?? today;
		const holder = minutesHolder({ ...meeting, lastDay }, today);
		const isToDo = holder !== null && holder.awaits !== 'await-objections' && isHeldBy(holder, actor);
		return isToDo ? [{ meeting, holder }] : [];
	});
	const next = meetings
		.filter(({ state, days }) => TO_COME.includes(state) && days.some(({ day }) => day >= today))
		.sort((a, b) => (a.days[0]?.day ?? '').localeCompare(b.days[0]?.day ?? ''));
	return {
		minutes: held
			.sort((a, b) => a.holder.since.localeCompare(b.holder.since))
			.map(({ meeting, holder }) => ({
				...named(meeting),
				holder,
				holderDays: Math.max(0, daysBetween(holder.since.slice(0, 10), today))
			})),
		next: next.slice(0, MOST).map((meeting) => ({
			...named(meeting),
			state: meeting.state,
			days: meeting.days.map(({ day }) => day),
			local: localDay(meeting, today, ownZone)
		}))
	};
}

function localDay({ days, timeZone }: Listed, today: Day, ownZone: string): LocalSlot | null {
	const left = days.find(({ day }) => day >= today);
	if (!left || left.startsAt === null || left.endsAt === null) return null;
	return slotIn(ownZone, timeZone, { day: left.day, startsAt: left.startsAt, endsAt: left.endsAt });
}
