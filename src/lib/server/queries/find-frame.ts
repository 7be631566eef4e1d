import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { CatalogueTarget } from '#db/schema/catalogue.ts';
import type { Db, Schema } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { versionsOn } from '#lib/domain/catalogue/criteria-versions.ts';
import { chosenProfiles } from '#lib/domain/catalogue/matrix-profile.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { ReportingPeriod } from '#lib/domain/payment-facts.ts';
import { PROPOSED_QUALITY_PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';
import { parseAlgorithm } from '#lib/schemas/catalogue/algorithm.ts';
import { parseQualityPlan } from '#lib/schemas/quality-plan.ts';

type LiveTarget = Pick<
	Selectable<CatalogueTarget>,
	'id' | 'title' | 'scopeKind' | 'scopeCode' | 'measure' | 'amount' | 'dueOn' | 'countingState' | 'origin'
>;

interface ProfileVersion {
	code: string;
	country: string | null;
	versionId: string;
	number: number;
	graceUntilOn: Day;
}

/** What a project is measured by now. */
export interface Frame {
	plan: QualityPlan;
	algorithm: Algorithm;
	/** Those that nobody ended or changed, the earliest first. */
	targets: LiveTarget[];
	/** Every version of every profile of the catalogue's criteria, the profiles in their order. */
	profileVersions: ProfileVersion[];
	/** Targets of indicators that the coordinator has neither accepted nor declined. */
	proposedTargets: number;
	/** Minutes that go round, and the first day on which objections to one of them end. */
	circulating: { count: number; untilOn: Day | null };
	reportingPeriods: ReportingPeriod[];
	/** When the person last looked at the project, and when their visit before that ended. */
	visit: { lastAt: string; previousAt: string | null } | null;
}

/** The quality plan and the algorithm in force, the live targets, and how much is proposed. One query. */
export async function findFrame(db: Db, projectId: string, personId = ''): Promise<Frame> {
	const rows = await db
		.selectFrom('project')
		.leftJoin('catalogueTarget as target', (join) =>
			join.onRef('target.projectId', '=', 'project.id').on('target.endedAt', 'is', null)
		)
		.select([
			'target.id',
			'target.title',
			'target.scopeKind',
			'target.scopeCode',
			'target.measure',
			'target.amount',
			'target.dueOn',
			'target.countingState',
			'target.origin'
		])
		.select((eb) => [
			eb
				.selectFrom('qualityPlanVersion')
				.select('settings')
				.whereRef('qualityPlanVersion.projectId', '=', 'project.id')
				.orderBy('number', 'desc')
				.limit(1)
				.as('plan'),
			eb
				.selectFrom('algorithmVersion')
				.select('settings')
				.whereRef('algorithmVersion.projectId', '=', 'project.id')
				.orderBy('number', 'desc')
				.limit(1)
				.as('algorithm'),
			eb
				.selectFrom('criteriaVersion as version')
				.innerJoin('criteriaProfile as profile', 'profile.id', 'version.profileId')
				.select(
					sql<string | null>`string_agg(
						concat(profile.code, ' ', profile.country, ' ', version.id, ' ', version.number, ' ', version.grace_until_on),
						',' order by profile.position, profile.code)`.as('versions')
				)
				.whereRef('profile.projectId', '=', 'project.id')
				.as('profileVersions'),
			eb
				.selectFrom('indicatorTargetProposal as proposal')
				.select((proposal) => proposal.fn.countAll<number>().as('count'))
				.whereRef('proposal.projectId', '=', 'project.id')
				.where('proposal.verdict', 'is', null)
				.as('proposedTargets'),
			running(eb)
				.select((one) => one.fn.countAll<number>().as('count'))
				.as('circulations'),
			running(eb)
				.select((one) => one.fn.min('objectionsUntilOn').as('untilOn'))
				.as('circulatesUntilOn'),
			eb
				.selectFrom('reportingPeriod')
				.select(
					sql<string | null>`string_agg(concat(number, ' ', start_month, ' ', end_month), ',')`.as('periods')
				)
				.whereRef('reportingPeriod.projectId', '=', 'project.id')
				.as('reportingPeriods'),
			eb
				.selectFrom('projectVisit')
				.select(sql<string | null>`concat(last_at, ' ', previous_at)`.as('visit'))
				.whereRef('projectVisit.projectId', '=', 'project.id')
				.where('projectVisit.personId', '=', personId)
				.as('visit')
		])
		.where('project.id', '=', projectId)
		.orderBy('target.dueOn')
		.orderBy('target.measure', 'desc')
		.orderBy('target.amount', 'desc')
		.orderBy('target.id')
		.execute();
	const { plan = null, algorithm = null, proposedTargets = null } = rows[0] ?? {};
	const { circulations = null, circulatesUntilOn = null } = rows[0] ?? {};
	const [lastAt = '', previousAt = ''] = rows[0]?.visit?.split(' ') ?? [];
	return {
		plan: plan === null ? PROPOSED_QUALITY_PLAN : parseQualityPlan(plan),
		algorithm: algorithm === null ? PROPOSED_ALGORITHM : parseAlgorithm(algorithm),
		targets: rows.filter(isTarget).map(targetOf),
		profileVersions: versionsFrom(rows[0]?.profileVersions ?? null),
		proposedTargets: Number(proposedTargets ?? 0),
		circulating: { count: Number(circulations ?? 0), untilOn: circulatesUntilOn },
		reportingPeriods: periodsOf(rows[0]?.reportingPeriods ?? null),
		visit: lastAt === '' ? null : { lastAt, previousAt: previousAt || null }
	};
}

/** Circulations of minutes that nobody has ended yet, as a part of the query. */
function running(eb: ExpressionBuilder<Schema, 'project'>) {
	return eb
		.selectFrom('minutesCirculation')
		.whereRef('minutesCirculation.projectId', '=', 'project.id')
		.where('minutesCirculation.outcome', 'is', null);
}

function targetOf(row: LiveTarget): LiveTarget {
	const { id, title, scopeKind, scopeCode, measure, amount, dueOn, countingState, origin } = row;
	return { id, title, scopeKind, scopeCode, measure, amount, dueOn, countingState, origin };
}

function periodsOf(text: string | null): ReportingPeriod[] {
	return (text?.split(',') ?? [])
		.map((one) => one.split(' ').map(Number))
		.map(([number = 0, startMonth = 0, endMonth = 0]) => ({ number, startMonth, endMonth }))
		.sort((a, b) => a.number - b.number);
}

function versionsFrom(text: string | null): ProfileVersion[] {
	return (text?.split(',') ?? [])
		.map((one) => one.split(' '))
		.map(([code = '', country = '', versionId = '', number = '', graceUntilOn = '']) => ({
			code,
			country: country === '' ? null : country,
			versionId,
			number: Number(number),
			graceUntilOn
		}));
}

/** The versions of today by which the catalogue is measured. */
export function versionIdsIn({ algorithm, profileVersions }: Frame, today: Day): string[] {
	const versions = [...Map.groupBy(profileVersions, ({ code }) => code).values()];
	const inForce = versions.flatMap((one) => versionsOn(one, today).inForce ?? []);
	return chosenProfiles(algorithm, inForce, null).map(({ versionId }) => versionId);
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** A project without a target is one row without one. */
function isTarget<Row extends Nullable<LiveTarget>>(row: Row): row is Row & LiveTarget {
	return row.id !== null;
}
