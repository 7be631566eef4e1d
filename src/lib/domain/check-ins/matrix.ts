import type { Day } from '#lib/domain/days.ts';
import { coverage, type Coverage, type Value } from '#lib/domain/values.ts';
import type { Reporter } from './check-ins.ts';
import type { Period } from './periods.ts';
import { daysLate, reportValue, standing, type CheckInFacts, type Standing } from './standing.ts';

/** A period as the matrix has it; `id` is null while nobody has touched it. */
export interface MatrixPeriod extends Period {
	id: string | null;
	lockedAt: string | null;
}

export interface MatrixReport {
	organisationId: string;
	periodId: string;
	facts: CheckInFacts;
}

export interface MatrixCell {
	startsOn: Day;
	standing: Standing;
	/** A nil return stays one after it was accepted. */
	isNil: boolean;
	/** Days after the due day on which it first came; null while it has not come. */
	daysLate: number | null;
}

/** How punctual somebody was, of the periods whose due day is over. */
export interface Timeliness {
	over: number;
	inTime: number;
	late: number;
	/** Never came, or was returned and has not come back. */
	missing: number;
}

export interface MatrixRow<O extends Reporter = Reporter> {
	organisation: O;
	cells: MatrixCell[];
	timeliness: Timeliness;
}

/** What each organisation said of each period. A cell without a report is never left out: it is awaited or silent. */
export function reportMatrix<O extends Reporter>(
	organisations: readonly O[],
	periods: readonly MatrixPeriod[],
	reports: readonly MatrixReport[],
	today: Day
): MatrixRow<O>[] {
	const byPlace = new Map(reports.map((one) => [`${one.organisationId} ${one.periodId}`, one.facts]));
	return organisations.map((organisation) => {
		const seen = periods.map((period) => {
			const facts = period.id === null ? undefined : byPlace.get(`${organisation.id} ${period.id}`);
			return { period, facts };
		});
		return {
			organisation,
			cells: seen.map(({ period, facts }) => ({
				startsOn: period.startsOn,
				standing: standing(period, facts, today),
				isNil: facts?.answer === 'nil',
				daysLate: daysLate(period, facts)
			})),
			timeliness: timelinessOf(seen.filter(({ period }) => today > period.dueOn || period.lockedAt !== null))
		};
	});
}

function timelinessOf(
	over: readonly { period: MatrixPeriod; facts: CheckInFacts | undefined }[]
): Timeliness {
	const said = over.filter(({ facts }) => reportValue(facts).kind !== 'missing');
	const inTime = said.filter(({ period, facts }) => daysLate(period, facts) === 0).length;
	return { over: over.length, inTime, late: said.length - inTime, missing: over.length - said.length };
}

/** How many answered in one period; silence and what is still awaited are both missing. */
export function periodCoverage(
	period: MatrixPeriod,
	organisations: readonly Reporter[],
	reports: readonly MatrixReport[]
): Coverage {
	return coverage(periodValues(period, organisations, reports));
}

/** What each organisation adds to a number that counts reports of a period. */
export function periodValues(
	period: Pick<MatrixPeriod, 'id'>,
	organisations: readonly Pick<Reporter, 'id'>[],
	reports: readonly MatrixReport[]
): Value[] {
	return organisations.map(({ id }) =>
		reportValue(reports.find((one) => one.organisationId === id && one.periodId === period.id)?.facts)
	);
}

/** How many organisations stand how in one period. */
export function standingsIn(rows: readonly MatrixRow[], startsOn: Day): Partial<Record<Standing, number>> {
	const counts: Partial<Record<Standing, number>> = {};
	for (const { cells } of rows) {
		const standing = cells.find((cell) => cell.startsOn === startsOn)?.standing;
		if (standing) counts[standing] = (counts[standing] ?? 0) + 1;
	}
	return counts;
}

/** The last period whose due day is over: what everybody should have said by now. */
export function lastDue<P extends Pick<Period, 'dueOn'>>(periods: readonly P[], today: Day): P | undefined {
	return periods.findLast(({ dueOn }) => dueOn < today);
}

/** Those who said nothing of a period, in the order given. */
export function silentIn<O extends Reporter>(rows: readonly MatrixRow<O>[], startsOn: Day): O[] {
	return rows
		.filter(({ cells }) => cells.some((cell) => cell.startsOn === startsOn && cell.standing === 'silent'))
		.map(({ organisation }) => organisation);
}
