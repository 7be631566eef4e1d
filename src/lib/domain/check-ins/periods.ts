import { addDays, addWorkingDays, monthEnd, monthStart, projectMonth, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';

/** A span of months on which everybody reports once; its first day is its name in addresses. */
export interface Period {
	startsOn: Day;
	endsOn: Day;
	opensOn: Day;
	dueOn: Day;
}

export type Rhythm = Pick<
	QualityPlan,
	'checkInMonths' | 'checkInDueWorkingDays' | 'checkInFromMonth' | 'holidays'
>;

export interface PeriodContext {
	startOn: Day;
	durationMonths: number;
	/** When the project was set up here, in its zone. */
	setUpOn: Day;
	/** Of the coordinator: its holidays move due days. */
	country: string | null;
	rhythm: Rhythm;
}

/**
 * Every period that has opened by a day, oldest first: those that are stored as they were, then, in the rhythm of now,
 * those nobody has touched yet. So a period in which all were silent is never missing.
 */
export function periodsUntil<Stored extends Period>(
	context: PeriodContext,
	stored: readonly Stored[],
	today: Day
): (Stored | Period)[] {
	const kept = [...stored].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
	const last = kept.at(-1);
	const next = last ? projectMonth(context.startOn, addDays(last.endsOn, 1)) : firstMonth(context);
	const opened: (Stored | Period)[] = kept.filter(({ opensOn }) => opensOn <= today);
	for (let month = next; month <= context.durationMonths; month += context.rhythm.checkInMonths) {
		const period = periodAt(context, month);
		if (period.opensOn > today) break;
		opened.push(period);
	}
	return opened;
}

/** The period that begins with a project month; it can be answered from the first day of its last month. */
function periodAt(context: PeriodContext, month: number): Period {
	const { startOn, durationMonths, country, rhythm } = context;
	const last = Math.min(month + rhythm.checkInMonths - 1, durationMonths);
	const endsOn = monthEnd(startOn, last);
	const holidays = new Set(country === null ? [] : rhythm.holidays[country]);
	return {
		startsOn: monthStart(startOn, month),
		endsOn,
		opensOn: monthStart(startOn, last),
		dueOn: addWorkingDays(endsOn, rhythm.checkInDueWorkingDays, holidays)
	};
}

/** The first project month that is asked about. */
function firstMonth({ startOn, setUpOn, rhythm }: PeriodContext): number {
	const month = rhythm.checkInFromMonth > 0 ? rhythm.checkInFromMonth : projectMonth(startOn, setUpOn);
	return Math.max(1, month);
}
