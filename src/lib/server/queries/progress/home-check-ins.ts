import { mayAlways } from '#lib/domain/can.ts';
import { lastDue, periodCoverage, silentIn } from '#lib/domain/check-ins/matrix.ts';
import { mayReadAnswer } from '#lib/domain/check-ins/rights.ts';
import { partStanding } from '#lib/domain/check-ins/waiting.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReportMatrix } from './find-report-matrix.ts';

/** Periods that the first page shows of the matrix, and of one's own check-ins. */
const MOST = 6;

/** Who reported, as the first page has it: of all, of one's countries, and of one's own organisation. */
export function homeCheckIns(
	{ periods, organisations, matrix, reports, askedIn }: ReportMatrix,
	actor: Actor,
	ownCountries: readonly string[],
	today: Day
) {
	const seesAll = mayAlways(actor, 'check-in:accept');
	const mine = seesAll
		? organisations
		: organisations.filter(({ country }) => ownCountries.includes(country));
	const last = lastDue(periods, today);
	const shown = periods.slice(-MOST);
	const starts = shown.map(({ startsOn }) => startsOn);
	const rows = matrix.map((row) => ({
		...row,
		cells: row.cells.filter(({ startsOn }) => starts.includes(startsOn))
	}));
	const asked = last ? askedIn(last.id) : [];
	const own = rows.find(({ organisation }) => organisation.id === actor.organisationId);
	return {
		rows: rows.filter(({ organisation }) => mine.includes(organisation)),
		readable: mine.filter((one) => mayReadAnswer(actor, one)).map(({ id }) => id),
		periods: shown.toReversed().map((period) => ({
			startsOn: period.startsOn,
			endsOn: period.endsOn,
			coverage: periodCoverage(period, mine, reports)
		})),
		last: last
			? {
					startsOn: last.startsOn,
					endsOn: last.endsOn,
					waiting: [...new Set(mine.map(({ country }) => country))].map((country) => ({
						country,
						waiting: partStanding([country], asked)
					})),
					silent: silentIn(matrix, last.startsOn).filter((one) => mine.includes(one)).length
				}
			: null,
		own: own
			? shown.toReversed().flatMap(({ startsOn, endsOn, dueOn }) => {
					const cell = own.cells.find((one) => one.startsOn === startsOn);
					return cell ? [{ startsOn, endsOn, dueOn, cell }] : [];
				})
			: []
	};
}
