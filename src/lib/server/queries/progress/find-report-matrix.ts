import type { Db } from '#db/schema.ts';
import { isExpected, type Tier } from '#lib/domain/check-ins/check-ins.ts';
import { lastDue, reportMatrix, silentIn, type MatrixReport } from '#lib/domain/check-ins/matrix.ts';
import { checkInFacts } from '#lib/domain/check-ins/standing.ts';
import type { Asked } from '#lib/domain/check-ins/waiting.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { listPeriods } from '#lib/server/queries/check-ins/list-periods.ts';

interface Context {
	plan: QualityPlan;
	today: Day;
	timeZone: string;
}

/** Everybody who reports, every period that has opened, and what each said of each. Two queries. */
export async function findReportMatrix(
	db: Db,
	projectId: string,
	{ plan, today, timeZone }: Context,
	span: { from: Day | null; to: Day | null } = { from: null, to: null }
) {
	const all = await listPeriods(db, projectId, plan, today);
	const periods = all.filter(
		({ startsOn, endsOn }) =>
			(span.from === null || endsOn >= span.from) && (span.to === null || startsOn <= span.to)
	);
	const rows = await listReports(db, projectId, periods[0]?.startsOn ?? today);
	const organisations = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((group) =>
		group
			.slice(0, 1)
			.map(({ id, code, acronym, name, country, role }) => ({ id, code, acronym, name, country, role }))
	);
	const expected = organisations.filter(isExpected);
	const reports = rows.flatMap((row): MatrixReport[] => {
		const { id: organisationId, periodId, state, answer, firstSubmittedAt } = row;
		return periodId === null || state === null
			? []
			: [{ organisationId, periodId, facts: checkInFacts({ state, answer, firstSubmittedAt }, timeZone) }];
	});
	const askedIn = (periodId: string | null): Asked[] =>
		expected.map((one) => {
			const row = rows.find(({ id, periodId: of }) => id === one.id && of === periodId && periodId !== null);
			return { ...one, state: row?.state ?? null, without: tiersOf(row?.without ?? null) };
		});
	return {
		allPeriods: all,
		periods,
		organisations: expected,
		reports,
		matrix: reportMatrix(expected, periods, reports, today),
		askedIn
	};
}

export type ReportMatrix = Awaited<ReturnType<typeof findReportMatrix>>;

/** Organisations that said nothing of the last period whose due day is over. */
export function silentIdsOf({ periods, matrix }: Pick<ReportMatrix, 'periods' | 'matrix'>, today: Day) {
	const last = lastDue(periods, today);
	return new Set(last ? silentIn(matrix, last.startsOn).map(({ id }) => id) : []);
}

function tiersOf(text: string | null): Tier[] {
	const tiers: readonly Tier[] = ['country', 'project'];
	return tiers.filter((tier) => text?.split(',').includes(tier));
}

/** One row for each organisation and period of which somebody said something or without which it went on. */
function listReports(db: Db, projectId: string, from: Day) {
	return db
		.selectFrom('organisation')
		.leftJoin('checkInPeriod as period', (join) =>
			join.onRef('period.projectId', '=', 'organisation.projectId').on('period.startsOn', '>=', from)
		)
		.leftJoin('checkIn', (join) =>
			join.onRef('checkIn.organisationId', '=', 'organisation.id').onRef('checkIn.periodId', '=', 'period.id')
		)
		.select((eb) => [
			'organisation.id',
			'organisation.code',
			'organisation.acronym',
			'organisation.name',
			'organisation.country',
			'organisation.role',
			'period.id as periodId',
			'checkIn.state',
			'checkIn.answer',
			'checkIn.firstSubmittedAt',
			eb
				.selectFrom('checkInException')
				.whereRef('checkInException.periodId', '=', 'period.id')
				.whereRef('checkInException.organisationId', '=', 'organisation.id')
				.where('endedAt', 'is', null)
				.select((some) => some.fn.agg<string>('string_agg', ['tier', some.val(',')]).as('tiers'))
				.as('without')
		])
		.where('organisation.projectId', '=', projectId)
		.orderBy('organisation.position')
		.orderBy('organisation.code')
		.orderBy('period.startsOn')
		.execute();
}
