import type { ReportIndicator } from '#lib/domain/reports/facts.ts';
import type { ReportScope } from '#lib/domain/reports/reports.ts';
import { MISSING, NIL, notApplicable, total, valueOf, type Value } from '#lib/domain/values.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { listReportIndicators } from '#lib/server/queries/reports/list-report-indicators.ts';
import { speaksOf } from './report-scope.ts';

type Request = Pick<ProjectRequest, 'db' | 'project'>;

/** Indicators that the scope reports on, each with a total that says who was silent. */
export async function readIndicators(
	{ db, project }: Request,
	scope: ReportScope,
	until: string
): Promise<ReportIndicator[]> {
	const { asked, actuals } = await listReportIndicators(db, project.id, until);
	const fits = asked.filter((row) => speaksOf(scope, { ...row, packages: row.packages?.split(',') ?? [] }));
	const numbersOf = (id: string, organisationId: string | null) =>
		actuals.filter((one) => one.indicatorId === id && one.organisationId === organisationId);
	return [...Map.groupBy(fits, ({ id }) => id).values()].flatMap((rows) =>
		rows.slice(0, 1).map(({ id, code, title, unit, target }) => ({
			waiting: rows.filter(({ organisationId }) => {
				const own = numbersOf(id, organisationId);
				return own.length > 0 && !own.some(isAccepted);
			}).length,
			code,
			title,
			unit,
			target: target === null ? '–' : String(target),
			path: `/indicators/${code}`,
			value: total(
				rows.flatMap(({ organisationId }) => {
					if (organisationId === null) return [];
					return [actualValue(numbersOf(id, organisationId).find(isAccepted))];
				})
			)
		}))
	);
}

/** Only what was accepted stands in a report; what was reported is no silence. */
const isAccepted = ({ state }: { state: string }) => state !== 'reported';

function actualValue(actual: { standing: string; value: number | null; reason: string } | undefined): Value {
	if (!actual) return MISSING;
	if (actual.standing === 'nil') return NIL;
	return actual.value === null ? notApplicable(actual.reason) : valueOf(actual.value);
}
