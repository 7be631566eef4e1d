import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import {
	lastDue,
	periodCoverage,
	periodValues,
	silentIn,
	standingsIn
} from '#lib/domain/check-ins/matrix.ts';
import { mayReadAnswer } from '#lib/domain/check-ins/rights.ts';
import { partStanding } from '#lib/domain/check-ins/waiting.ts';
import { total } from '#lib/domain/values.ts';
import { readMatrixFilter } from '#lib/schemas/progress.ts';
import { page } from '#lib/server/http/page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findReportMatrix } from '#lib/server/queries/progress/find-report-matrix.ts';

/** Periods shown unless others are asked for. */
const MOST = 12;

export const load = page('check-in:read', async ({ db, actor, project, today, url }) => {
	const filter = readMatrixFilter(url.searchParams);
	const { plan } = await findQualityPlan(db, project.id);
	const context = { plan, today, timeZone: project.timeZone };
	const found = await findReportMatrix(db, project.id, context);
	const inSpan = found.periods.filter(
		({ startsOn, endsOn }) =>
			(filter.from === null || endsOn >= filter.from) && (filter.to === null || startsOn <= filter.to)
	);
	const shown = filter.from === null && filter.to === null ? inSpan.slice(-MOST) : inSpan;
	const newestFirst = shown.toReversed();
	const starts = new Set(shown.map(({ startsOn }) => startsOn));
	const own = mayAlways(actor, 'check-in:accept') ? null : countriesOf(actor);
	const country = filter.country ?? (own !== null && own.length === 1 ? (own[0] ?? null) : null);
	const rows = found.matrix
		.filter(({ organisation }) => country === null || organisation.country === country)
		.map((row) => ({ ...row, cells: row.cells.filter(({ startsOn }) => starts.has(startsOn)) }))
		.filter(
			({ cells }) =>
				filter.state === null ||
				cells.some(
					(cell) => cell.standing === filter.state || (filter.state === 'late' && (cell.daysLate ?? 0) > 0)
				)
		);
	const organisations = rows.map(({ organisation }) => organisation);
	const last = lastDue(found.periods, today);
	const mine = found.organisations.filter((one) => country === null || one.country === country);
	const asked = last ? found.askedIn(last.id) : [];
	const countries = [...new Set(found.organisations.map((one) => one.country))];
	return {
		rows,
		readable: organisations.filter((one) => mayReadAnswer(actor, one)).map(({ id }) => id),
		periods: newestFirst.map((period) => ({
			startsOn: period.startsOn,
			endsOn: period.endsOn,
			coverage: periodCoverage(period, organisations, found.reports)
		})),
		last: last
			? {
					startsOn: last.startsOn,
					endsOn: last.endsOn,
					dueOn: last.dueOn,
					covered: total(periodValues(last, mine, found.reports)),
					standings: standingsIn(
						found.matrix.filter(({ organisation }) => mine.includes(organisation)),
						last.startsOn
					),
					waiting: countries
						.filter((one) => country === null || one === country)
						.map((one) => ({ country: one, waiting: partStanding([one], asked) })),
					silent: silentIn(found.matrix, last.startsOn)
						.filter((one) => can(actor, 'reminder:send', { countries: [one.country] }).ok)
						.map(({ acronym }) => acronym)
				}
			: null,
		filter: { ...filter, country },
		choices: {
			countries,
			periods: found.periods.map(({ startsOn, endsOn }) => ({ startsOn, endsOn })).toReversed()
		},
		mayRemind: mayEver(actor, 'reminder:send'),
		mayAccept: mayEver(actor, 'check-in:accept'),
		today
	};
});

/** Countries of who accepts for a country; everybody else looks at all. */
function countriesOf(actor: Parameters<typeof mayEver>[0]): string[] {
	return actor.grants.flatMap(({ role, scopeId }) =>
		role === 'national-coordinator' && scopeId !== null ? [scopeId] : []
	);
}
