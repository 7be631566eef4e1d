import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { monthEnd } from '#lib/domain/days.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { datedPeriods, periodFacts, withForecast, type DatedPeriod } from '#lib/domain/payment-facts.ts';
import { periodReadiness, type PeriodReadiness, type PeriodRisk } from '#lib/domain/payment-readiness.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import { findPlan, groupedBy, seenPlan } from './find-plan.ts';
import { listAcceptedTexts } from './list-accepted-texts.ts';
import { listReadyPackages } from './list-ready-packages.ts';
import { listReportingPeriods } from './list-reporting-periods.ts';
import { listRiskStandings } from './list-statement-gaps.ts';

interface Asked {
	data: DataOf;
	project: { id: string; startOn: Day; durationMonths: number; timeZone: string };
	plan: QualityPlan;
	today: Day;
	/** Number of the reporting period. */
	number: number;
	/** One item finished on another day. */
	whatIf: { item: string; on: Day } | null;
	silentIds: ReadonlySet<string>;
}

interface Output {
	code: string;
	title: string;
	result: 'accepted' | 'submitted' | 'achieved';
	on: Day | null;
}

type ReadyPackage = Awaited<ReturnType<typeof listReadyPackages>>[number];

/** Every work package against one reporting period, and against the same period if one item came on another day. */
export async function findPaymentPage(db: Db, actor: Actor, asked: Asked) {
	const { project, plan, today, number, whatIf } = asked;
	const periods = datedPeriods(await listReportingPeriods(db, project.id), project);
	const period = periods.find((one) => one.number === number);
	if (!period) return undefined;
	const found = await findPlan(db, asked.data);
	const { items, byPackage } = seenPlan(found, actor, { today, soonDays: plan.atRiskDays });
	const packages = await listReadyPackages(db, project.id);
	const texts = await listAcceptedTexts(db, project.id, period);
	const risks = await listRiskStandings(db, project, period);
	const judge = judgeIn(items, { ...asked, period, risks });
	return {
		period,
		periods,
		items,
		workPackages: packages.map((one) => {
			const own = byPackage.get(one.id) ?? [];
			return {
				...one,
				readiness: judge(one, null),
				ifMoved: whatIf === null ? null : judge(one, whatIf),
				outputs: outputsIn(own, period),
				texts: texts.filter(({ workPackageId }) => workPackageId === one.id)
			};
		})
	};
}

/** The readiness of a work package in a period, by the one rule for all pages. */
export function judgeIn(
	items: readonly ListedItem[],
	{
		project,
		today,
		period,
		silentIds,
		risks
	}: {
		project: Pick<Asked['project'], 'startOn'>;
		today: Day;
		period: DatedPeriod;
		silentIds: ReadonlySet<string>;
		risks: readonly (PeriodRisk & { workPackages: readonly number[] })[];
	}
) {
	const byPackage = groupedBy(items, ({ subject }) => subject.workPackageIds ?? []);
	return (
		one: Pick<ReadyPackage, 'id' | 'number' | 'endMonth'>,
		whatIf: Asked['whatIf']
	): PeriodReadiness => {
		const own = (byPackage.get(one.id) ?? []).map((item) => ({
			...item,
			meansWithEvidence: item.provenMeans
		}));
		const ownRisks = risks.filter(({ workPackages }) => workPackages.includes(one.number));
		const facts = periodFacts(own, ownRisks, silentIds, today);
		const packageEndsOn = one.endMonth === null ? null : monthEnd(project.startOn, one.endMonth);
		const asked = whatIf === null ? facts : withForecast(facts, whatIf.item, whatIf.on);
		return periodReadiness(asked, { endsOn: period.endsOn, today, packageEndsOn });
	};
}

/** What came out of it within the period, in the order of the plan. */
function outputsIn(items: readonly ListedItem[], { startsOn, endsOn }: DatedPeriod): Output[] {
	const isWithin = (day: Day | null) => day !== null && day >= startsOn && day <= endsOn;
	return items.flatMap(
		({ code, title, kind, state, acceptedOn, submittedOn, achievedOn, dates }): Output[] => {
			if (kind === 'milestone')
				return dates.doneOn !== null && isWithin(achievedOn)
					? [{ code, title, result: 'achieved', on: achievedOn }]
					: [];
			if (state === 'accepted' && isWithin(acceptedOn ?? submittedOn))
				return [{ code, title, result: 'accepted', on: acceptedOn ?? submittedOn }];
			return state === 'submitted' && isWithin(submittedOn)
				? [{ code, title, result: 'submitted', on: submittedOn }]
				: [];
		}
	);
}
