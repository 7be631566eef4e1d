import { monthEnd, monthStart, type Day } from './days.ts';
import type { PlanKind } from './items.ts';
import { lateness, type DatedItem } from './lateness.ts';
import type { PeriodFacts, PeriodRisk } from './payment-readiness.ts';

/** An item of a work package, as payment asks about it. */
export interface PayableItem extends DatedItem {
	kind: PlanKind;
	code: string;
	leadOrganisationId: string | null;
	/** What the agreed date was moved by last. */
	agreedBy: string | null;
	means: number;
	meansWithEvidence: number;
	/** What it waits for by the last word of its lead; null where it is not blocked. */
	waitsFor: string | null;
	/** Codes of the deliverables that it rests on, with commas between them. */
	restsOn: string | null;
}

/** What the rules of a reporting period ask, from the items of a work package and who said nothing of late. */
export function periodFacts(
	items: readonly PayableItem[],
	risks: readonly PeriodRisk[],
	silentIds: ReadonlySet<string>,
	today: Day
): PeriodFacts {
	const facts = (item: PayableItem) => {
		const { due, lateDays, contractLateDays } = lateness(item, today, 0);
		const { code, state, means, meansWithEvidence, contractualOn, agreedBy, forecastOn, waitsFor } = item;
		const unconfirmed = item.leadOrganisationId === null || silentIds.has(item.leadOrganisationId);
		const dependsOn = item.restsOn?.split(',') ?? [];
		return {
			code,
			state,
			means,
			meansWithEvidence,
			due,
			contractualOn,
			agreedBy,
			forecastOn,
			lateDays,
			contractLateDays,
			waitsFor,
			unconfirmed,
			dependsOn
		};
	};
	return {
		deliverables: items.filter(({ kind }) => kind === 'deliverable').map(facts),
		milestones: items.filter(({ kind }) => kind === 'milestone').map(facts),
		risks
	};
}

/** The same facts with one item finished on another day. */
export function withForecast(facts: PeriodFacts, item: string, forecastOn: Day): PeriodFacts {
	const moved = <One extends { code: string; forecastOn: Day | null }>(list: readonly One[]) =>
		list.map((one) => (one.code === item ? { ...one, forecastOn } : one));
	return { ...facts, deliverables: moved(facts.deliverables), milestones: moved(facts.milestones) };
}

export interface ReportingPeriod {
	number: number;
	startMonth: number;
	endMonth: number;
}

export interface DatedPeriod extends ReportingPeriod {
	startsOn: Day;
	endsOn: Day;
}

/** Reporting periods with their days; a project without any is one period. */
export function datedPeriods<P extends ReportingPeriod>(
	periods: readonly P[],
	{ startOn, durationMonths }: { startOn: Day; durationMonths: number }
): DatedPeriod[] {
	const all = periods.length > 0 ? periods : [{ number: 1, startMonth: 1, endMonth: durationMonths }];
	return all.map(({ number, startMonth, endMonth }) => ({
		number,
		startMonth,
		endMonth,
		startsOn: monthStart(startOn, startMonth),
		endsOn: monthEnd(startOn, endMonth)
	}));
}

/** The period that runs, or the last that has begun. */
export function openPeriod(periods: readonly DatedPeriod[], today: Day): DatedPeriod | undefined {
	return periods.findLast(({ startsOn }) => startsOn <= today) ?? periods[0];
}
