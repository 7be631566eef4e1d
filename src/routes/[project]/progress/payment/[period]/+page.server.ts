import { periodValues } from '#lib/domain/check-ins/matrix.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { hasEnded } from '#lib/domain/lateness.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { blocksByItem, type PeriodReadiness } from '#lib/domain/payment-readiness.ts';
import { total, totalOf, type Coverage } from '#lib/domain/values.ts';
import { readPaymentQuery } from '#lib/schemas/payment.ts';
import { page } from '#lib/server/http/page.ts';
import { findPaymentPage } from '#lib/server/queries/find-payment-page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import {
	findReportMatrix,
	silentIdsOf,
	type ReportMatrix
} from '#lib/server/queries/progress/find-report-matrix.ts';
import { completionDraft } from '#lib/text/completion-draft.ts';
import { awaitsText, holderName } from '#lib/text/holder.ts';
import { periodBlockText } from '#lib/text/payment.ts';

export const load = page('progress:read', async ({ db, actor, project, data, today, url, param }) => {
	const { wp, whatIf, ...typed } = readPaymentQuery(url.searchParams);
	const { plan } = await findQualityPlan(db, project.id);
	const reports = await findReportMatrix(db, project.id, { plan, today, timeZone: project.timeZone });
	const silentIds = silentIdsOf(reports, today);
	const asked = { data, project, plan, today, number: Number(param('period')), whatIf, silentIds };
	const found = await findPaymentPage(db, actor, asked);
	if (!found) return undefined;
	const { period, periods, items, workPackages } = found;
	const byCode = new Map(items.map((item) => [item.code, item]));
	const chosen = workPackages.find(({ number }) => number === wp) ?? null;
	return {
		period,
		periods: periods.map(({ number, startMonth, endMonth }) => ({ number, startMonth, endMonth })),
		workPackages: workPackages.map(({ number, title, lead, leadCountry, readiness, ifMoved }) => ({
			number,
			title,
			lead,
			leadCountry,
			readiness: shown(readiness, byCode),
			ifMoved: ifMoved && isChanged(readiness, ifMoved) ? shown(ifMoved, byCode) : null
		})),
		chosen: chosen && {
			number: chosen.number,
			title: chosen.title,
			draft: completionDraft({
				number: chosen.number,
				title: chosen.title,
				period,
				outputs: chosen.outputs,
				texts: chosen.texts,
				open: openIn(chosen.readiness),
				coverage: coverageIn(reports, period, today),
				asOf: today
			})
		},
		choices: items
			.filter((item) => item.dates.due !== null && item.dates.due <= period.endsOn && isOpen(item))
			.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		typed: { item: typed.item, on: typed.on === '' ? addDays(period.endsOn, 15) : typed.on },
		isAsked: whatIf !== null,
		today
	};
});

/** Of the check-ins that were due within the period so far: how many came. */
function coverageIn(
	{ periods, organisations, reports }: ReportMatrix,
	span: { startsOn: Day; endsOn: Day },
	today: Day
): Coverage {
	const due = periods.filter(
		({ startsOn, endsOn, dueOn }) => startsOn >= span.startsOn && endsOn <= span.endsOn && dueOn < today
	);
	return totalOf(due.map((one) => total(periodValues(one, organisations, reports))));
}

function isOpen(item: ListedItem): boolean {
	return !['accepted', 'verified', 'declared'].includes(item.state) && !hasEnded(item);
}

/** Verdict and lines of a work package, each line with its record and who holds it. */
function shown(
	{ verdict, blocking, blocks, toCome, openRisks }: PeriodReadiness,
	items: ReadonlyMap<string, ListedItem>
) {
	const held = (code: string) => {
		const item = items.get(code);
		if (!item) return null;
		const { kind, holder, holderOrganisation, holderPeople, holderDays, mine, title } = item;
		return {
			kind,
			title,
			holder: holder && holderName(holder, holderPeople, holderOrganisation),
			task: holder ? awaitsText(holder) : undefined,
			days: holderDays,
			mine
		};
	};
	return {
		verdict,
		blocking,
		blocks: blocksByItem(blocks).map(({ name, blocks: own }) => ({
			name,
			texts: own.map(periodBlockText),
			item: held(name)
		})),
		toCome: toCome.map((one) => ({ ...one, record: held(one.item) })),
		openRisks
	};
}

function isChanged(before: PeriodReadiness, after: PeriodReadiness): boolean {
	return JSON.stringify([before.verdict, before.blocks]) !== JSON.stringify([after.verdict, after.blocks]);
}

function openIn({ blocks, toCome, openRisks }: PeriodReadiness) {
	return [
		...blocksByItem(blocks).map(({ name, blocks: own }) => ({
			name,
			text: own.map(periodBlockText).join('; ')
		})),
		...toCome.map(({ item, unconfirmed }) => ({
			name: item,
			text: unconfirmed ? 'still to come, and its lead has not confirmed it' : 'still to come'
		})),
		...openRisks.map(({ number, hasStatement }) => ({
			name: `R${number}`,
			text: hasStatement === false ? 'risk still open, and no state of play written' : 'risk still open'
		}))
	];
}
