import type { ReportFacts, ReportItem, ReportLine } from '#lib/domain/reports/facts.ts';
import { isInScope, isReportable, type ReportKey, type ReportScope } from '#lib/domain/reports/reports.ts';
import { headsOf } from '#lib/domain/outreach/outreach-counts.ts';
import { periodValues } from '#lib/domain/check-ins/matrix.ts';
import { datedPeriods } from '#lib/domain/payment-facts.ts';
import { riskLevel } from '#lib/domain/risks/scale.ts';
import { total, type Value } from '#lib/domain/values.ts';
import { isOverdue } from '#lib/domain/lateness.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { judgeIn } from '#lib/server/queries/find-payment-page.ts';
import { listAcceptedTexts } from '#lib/server/queries/list-accepted-texts.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { listMobility } from '#lib/server/queries/list-mobility.ts';
import { listOutreach } from '#lib/server/queries/list-outreach.ts';
import { findReportMatrix, silentIdsOf } from '#lib/server/queries/progress/find-report-matrix.ts';
import { listReadyPackages } from '#lib/server/queries/list-ready-packages.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';
import { listRiskStandings } from '#lib/server/queries/list-statement-gaps.ts';
import { listReportRisks } from '#lib/server/queries/reports/list-report-risks.ts';
import { placeText } from '#lib/text/countries.ts';
import { itemHref } from '#lib/text/links.ts';
import { headTotalText } from '#lib/text/outreach/counts.ts';
import { daysText } from '#lib/text/outreach/days.ts';
import {
	MOBILITY_GAP_TEXT,
	MOBILITY_KIND_TEXT,
	OUTREACH_GAP_TEXT,
	OUTREACH_KIND_TEXT
} from '#lib/text/outreach/words.ts';
import { RISK_LEVEL_TEXT, riskStateText } from '#lib/text/risks.ts';
import { readIndicators } from './report-indicators.ts';
import { speaksOf } from './report-scope.ts';

type Request = Pick<ProjectRequest, 'db' | 'actor' | 'project' | 'today'>;

/** Everything that a report of these months and this scope is drafted from, as far as its reader may see it. */
export async function readReportFacts(
	request: Request,
	key: ReportKey,
	plan: QualityPlan
): Promise<ReportFacts> {
	const { db, actor, project, today } = request;
	const { scope, from } = key;
	const to = key.to ?? today;
	const items = await listItems(db, actor, { today, soonDays: plan.atRiskDays });
	const spoken = items.filter(
		(item) =>
			isInScope(scope, item) &&
			(key.kind === 'visit' || isReportable({ ...item, isOverdue: isOverdue(item.dates) }, { from, to }))
	);
	const periods = datedPeriods(await listReportingPeriods(db, project.id), project);
	const period = periods.find(({ startsOn, endsOn }) => startsOn <= to && endsOn >= to) ?? periods.at(-1);
	const reports = await findReportMatrix(db, project.id, { plan, today, timeZone: project.timeZone });
	const asked = reports.organisations.filter(({ id, country }) =>
		speaksOf(scope, { organisationId: id, country, packages: null })
	);
	const checkIns = reports.periods
		.filter(({ startsOn, endsOn, dueOn }) => startsOn >= from && endsOn <= to && dueOn < today)
		.flatMap((one) =>
			periodValues(one, asked, reports.reports).map((value, index) => ({
				acronym: asked[index]?.acronym ?? '',
				value
			}))
		);
	const log = (await listOutreach(db, actor)).filter((line) => line.state === 'done' && touches(scope, line));
	const lines = log.filter((line) => isWithin(line, from, to));
	const activities = (await listMobility(db, project.id)).filter(
		(one) => one.state === 'done' && isWithin(one, from, to) && touchesActivity(scope, one)
	);
	const held = lines.filter(({ kind }) => kind === 'event' || kind === 'information-day');
	return {
		project: { acronym: project.acronym, title: project.title },
		scope,
		from,
		to,
		today,
		deliverables: spoken.filter(({ kind }) => kind === 'deliverable').map(reportItem),
		milestones: spoken.filter(({ kind }) => kind === 'milestone').map(reportItem),
		risks: await readRisks(request, plan, scope, { from, to, reportingPeriod: period?.number ?? null }),
		...logLines(lines),
		undated: logLines(log.filter(({ startsOn }) => startsOn === null)),
		activities: activities.map(activityLine),
		reach: headsOf(held, ({ role }) => role === 'audience'),
		trained: headsOf(activities, ({ role }) => role === 'participant'),
		indicators: await readIndicators(request, scope, to),
		packages: await readPackages(request, scope, {
			items,
			period,
			from,
			to,
			silentIds: silentIdsOf(reports, today)
		}),
		checkIns: total(checkIns.map(({ value }) => value)),
		silent: silentOf(checkIns)
	};
}

function reportItem(item: ListedItem): ReportItem {
	const { code, title, kind, leadAcronym, workPackage, state, forecastOn, dates, means, provenMeans } = item;
	return {
		code,
		title,
		path: itemHref('', { kind, code }).slice(1),
		lead: leadAcronym,
		workPackage,
		state,
		due: item.agreedOn ?? item.contractualOn,
		forecastOn,
		doneOn: dates.doneOn,
		lateDays: dates.lateDays,
		contractLateDays: dates.contractLateDays,
		doneContractLateDays: dates.doneContractLateDays,
		contractualOn: item.contractualOn,
		agreedBy: item.agreedBy,
		isSample: item.origin === 'sample',
		means,
		provenMeans
	};
}

interface Line {
	startsOn: string | null;
	organisationId: string | null;
	organisationIds: readonly string[];
	leadCountry: string | null;
	packages: readonly number[];
}

/** What has no known day belongs to no months. */
function isWithin({ startsOn }: Pick<Line, 'startsOn'>, from: string, to: string): boolean {
	return startsOn !== null && startsOn >= from && startsOn <= to;
}

function touches(scope: ReportScope, line: Line): boolean {
	if (scope.type === 'country') return line.leadCountry === scope.country;
	if (scope.type === 'work-package') return line.packages.includes(scope.number);
	if (scope.type === 'organisation')
		return line.organisationId === scope.id || line.organisationIds.includes(scope.id);
	return true;
}

type Activity = Awaited<ReturnType<typeof listMobility>>[number];

function touchesActivity(scope: ReportScope, one: Activity): boolean {
	const organisationIds = [
		one.hostOrganisationId,
		...one.heads.map(({ organisationId }) => organisationId)
	].filter((id) => id !== null);
	return touches(scope, { ...one, organisationIds });
}

function logLines(lines: Awaited<ReturnType<typeof listOutreach>>) {
	const isPublication = ({ kind }: { kind: string }) => kind === 'publication';
	return {
		publications: lines.filter(isPublication).map(logLine),
		outreach: lines.filter((line) => !isPublication(line)).map(logLine)
	};
}

function logLine(line: Awaited<ReturnType<typeof listOutreach>>[number]): ReportLine {
	const heads = headsOf([line], ({ role }) => role === 'audience');
	const about = [line.venue, line.licence, line.doi === null ? null : `https://doi.org/${line.doi}`];
	return {
		code: line.code,
		title: line.title,
		path: `/dissemination/${line.code}`,
		kind: OUTREACH_KIND_TEXT[line.kind],
		when: daysText(line.startsOn, line.endsOn),
		where: placeText(line),
		by: line.acronym ?? '',
		about: about.filter(Boolean).join('; ') || '–',
		reach: headTotalText(heads) ?? (heads.elsewhere > 0 ? 'counted elsewhere' : '–'),
		missing: line.gaps.map((gap) => OUTREACH_GAP_TEXT[gap]),
		isSample: line.origin === 'sample'
	};
}

function activityLine(one: Activity): ReportLine {
	const heads = headsOf([one], ({ role }) => role === 'participant');
	return {
		code: one.code,
		title: one.title,
		path: `/dissemination/mobility/${one.code}`,
		kind: MOBILITY_KIND_TEXT[one.kind],
		when: daysText(one.startsOn, one.endsOn),
		where: placeText(one),
		by: one.acronym ?? '',
		about: one.results,
		reach: headTotalText(heads) ?? (heads.elsewhere > 0 ? 'counted elsewhere' : '–'),
		missing: one.gaps.map((gap) => MOBILITY_GAP_TEXT[gap]),
		isSample: one.origin === 'sample'
	};
}

async function readRisks(
	{ db, project }: Request,
	plan: QualityPlan,
	scope: ReportScope,
	span: { from: string; to: string; reportingPeriod: number | null }
): Promise<ReportFacts['risks']> {
	const rows = await listReportRisks(db, project.id, span);
	return rows
		.filter((row) =>
			speaksOf(scope, {
				organisationId: row.ownerOrganisationId,
				country: row.country,
				packages: row.packages?.split(',') ?? []
			})
		)
		.map((row) => {
			const level = riskLevel(row, plan);
			return {
				number: row.number,
				description: row.description,
				mitigation: row.mitigation,
				state: riskStateText(row.state),
				level: level === null ? null : RISK_LEVEL_TEXT[level].label.toLowerCase(),
				owner: row.owner ?? row.acronym,
				isForeseen: row.foreseen === 1,
				isSample: row.origin === 'sample',
				statement: row.statement
			};
		});
}

async function readPackages(
	{ db, project, today }: Request,
	scope: ReportScope,
	given: {
		items: readonly ListedItem[];
		period: ReturnType<typeof datedPeriods>[number] | undefined;
		from: string;
		to: string;
		silentIds: ReadonlySet<string>;
	}
): Promise<ReportFacts['packages']> {
	const { items, period, from, to, silentIds } = given;
	if (period === undefined) return [];
	const packages = await listReadyPackages(db, project.id);
	const texts = await listAcceptedTexts(db, project.id, { startsOn: from, endsOn: to });
	const risks = await listRiskStandings(db, project, period);
	const judge = judgeIn(items, { project, today, period, silentIds, risks });
	const involved = new Set(
		items.filter((item) => isInScope(scope, item)).flatMap((item) => item.subject.workPackageIds ?? [])
	);
	return packages
		.filter(
			({ id }) =>
				scope.type === 'project' || (scope.type === 'work-package' ? scope.id === id : involved.has(id))
		)
		.map((one) => ({
			number: one.number,
			title: one.title,
			lead: one.lead,
			readiness: judge(one, null),
			texts: texts
				.filter(({ workPackageId }) => workPackageId === one.id)
				.filter(({ acronym }) => scope.type !== 'organisation' || acronym === scope.acronym)
		}));
}

function silentOf(checkIns: readonly { acronym: string; value: Value }[]) {
	const silent = checkIns.filter(({ value }) => value.kind === 'missing');
	return [...Map.groupBy(silent, ({ acronym }) => acronym)].map(([acronym, times]) => ({
		acronym,
		times: times.length
	}));
}
