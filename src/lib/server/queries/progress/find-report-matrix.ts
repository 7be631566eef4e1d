import type { Db } from '#db/schema.ts';
import { isExpected, type Tier } from '#lib/domain/check-ins/check-ins.ts';
import {
	lastDue,
	reportMatrix,
	silentIn,
	type MatrixPeriod,
	type MatrixReport
} from '#lib/domain/check-ins/matrix.ts';
import { periodsUntil } from '#lib/domain/check-ins/periods.ts';
import { checkInFacts } from '#lib/domain/check-ins/standing.ts';
import type { Asked } from '#lib/domain/check-ins/waiting.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';

interface Context {
	plan: QualityPlan;
	today: Day;
	timeZone: string;
}

/** Everybody who reports, every period that has opened, and what each said of each. One query. */
export async function findReportMatrix(db: Db, projectId: string, { plan, today, timeZone }: Context) {
	const rows = await listReports(db, projectId);
	const periods = periodsOf(rows, plan, today, timeZone);
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

/** Those that are stored, and those that have opened since and that nobody has touched. */
function periodsOf(
	rows: readonly ReportRow[],
	plan: QualityPlan,
	today: Day,
	timeZone: string
): MatrixPeriod[] {
	const [project] = rows;
	if (!project) return [];
	const { startOn, durationMonths, createdAt, coordinatorCountry: country } = project;
	const stored = [...new Map(rows.map((row) => [row.periodId, row])).values()].flatMap(storedPeriod);
	const setUpOn = dayIn(timeZone, new Date(createdAt));
	const context = { startOn, durationMonths, setUpOn, country, rhythm: plan };
	return periodsUntil(context, stored, today).map((period) => ({ id: null, lockedAt: null, ...period }));
}

function storedPeriod({
	periodId: id,
	startsOn,
	endsOn,
	opensOn,
	dueOn,
	lockedAt
}: ReportRow): MatrixPeriod[] {
	const isStored = id !== null && startsOn !== null && endsOn !== null && opensOn !== null && dueOn !== null;
	return isStored ? [{ id, startsOn, endsOn, opensOn, dueOn, lockedAt }] : [];
}

type ReportRow = Awaited<ReturnType<typeof listReports>>[number];

/** One row for each organisation and each period that is stored. */
function listReports(db: Db, projectId: string) {
	return db
		.selectFrom('organisation')
		.innerJoin('project', 'project.id', 'organisation.projectId')
		.leftJoin('checkInPeriod as period', 'period.projectId', 'project.id')
		.leftJoin('checkIn', (join) =>
			join.onRef('checkIn.organisationId', '=', 'organisation.id').onRef('checkIn.periodId', '=', 'period.id')
		)
		.select(['organisation.id', 'organisation.code', 'organisation.acronym', 'organisation.name'])
		.select(['organisation.country', 'organisation.role'])
		.select(['project.startOn', 'project.durationMonths', 'project.createdAt'])
		.select(['period.id as periodId', 'period.startsOn', 'period.endsOn', 'period.opensOn'])
		.select(['period.dueOn', 'period.lockedAt'])
		.select(['checkIn.state', 'checkIn.answer', 'checkIn.firstSubmittedAt'])
		.select((eb) => [
			eb
				.selectFrom('organisation as coordinator')
				.select('coordinator.country')
				.whereRef('coordinator.projectId', '=', 'project.id')
				.where('coordinator.role', '=', 'coordinator')
				.orderBy('coordinator.position')
				.limit(1)
				.as('coordinatorCountry'),
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
