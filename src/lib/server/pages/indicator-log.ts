import type { Day } from '#lib/domain/days.ts';
import { standingActual } from '#lib/domain/indicators/actuals.ts';
import { comparedDays, fromLogBlocks, logDifference } from '#lib/domain/indicators/log-values.ts';
import { loggedFor } from '#lib/domain/outreach/measures.ts';
import type { findIndicatorPage } from '#lib/server/queries/find-indicator-page.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findIndicatorPage>>>;
type Inside = NonNullable<Found['inside']>;

/** What the logs say of each organisation until each target day, beside what it claimed; null: nothing is read from them. */
export function compareWithLog(
	{ measure, contributions, reporters }: Inside,
	targets: Found['targets'],
	today: Day,
	mayReport: (organisationId: string) => boolean
) {
	if (measure === null || contributions === null) return null;
	const days = comparedDays(targets, today);
	const asked = reporters.map(({ id }) => id);
	const others = contributions.filter(
		({ organisationId, day }) => day !== null && (organisationId === null || !asked.includes(organisationId))
	);
	return {
		measure,
		days,
		rows: reporters.map(({ id, acronym, actuals }) => ({
			id,
			acronym,
			cells: days.map((day) => {
				const logged = loggedFor(contributions, id, day);
				const claimed = standingActual(actuals, id, day);
				const sameDay = actuals.find(({ asOfOn }) => asOfOn === day);
				const { sum, isWhole, records, uncounted } = logged;
				return {
					day,
					sum,
					isWhole,
					records,
					uncounted,
					claimed: claimed
						? { asOfOn: claimed.asOfOn, standing: claimed.standing, value: claimed.value }
						: null,
					difference: logDifference(logged, claimed),
					isOffered:
						mayReport(id) && fromLogBlocks(logged, sameDay, { organisation: acronym, on: day }).length === 0
				};
			})
		})),
		/** Records of the logs that count for nobody who is asked, and those that count for nobody at all. */
		others: [...new Set(others.map(({ code }) => code))],
		undated: [...new Set(contributions.filter(({ day }) => day === null).map(({ code }) => code))]
	};
}
