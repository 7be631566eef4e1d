import type { Cell, DraftedSection, ReportFacts, ReportItem } from '#lib/domain/reports/facts.ts';
import type { SectionCode } from '#lib/domain/reports/reports.ts';
import { calendarMonthText } from '#lib/text/dates.ts';
import { headTotalText, reachText } from '#lib/text/outreach/counts.ts';
import { paymentText, periodBlockText } from '#lib/text/payment.ts';
import { acceptedText, coverageText, totalText } from '#lib/text/values.ts';
import {
	itemTable,
	lineGaps,
	lineTable,
	overdueText,
	publicationTable,
	riskTable,
	undatedGaps
} from './tables.ts';
import { count, scopeText, SECTION_TEXT, spanText } from './words.ts';

/** The sections of a period report, from nothing but records. Every number says of how many it speaks. */
export function periodSections(facts: ReportFacts): DraftedSection[] {
	return [
		summary(facts),
		section('deliverables', itemsText(facts.deliverables, 'deliverable', 'submitted or accepted'), {
			tables: [itemTable('Deliverables', facts.deliverables, 'Submitted')],
			missing: lateOnes(facts.deliverables)
		}),
		section('milestones', itemsText(facts.milestones, 'milestone', 'achieved'), {
			tables: [itemTable('Milestones', facts.milestones, 'Achieved')],
			missing: [...lateOnes(facts.milestones), ...unproven(facts.milestones)]
		}),
		risks(facts),
		section(
			'publications',
			`${sentence(count(facts.publications.length, 'publication', 'publications'))} came out in these months.`,
			{
				tables: [publicationTable(facts.publications)],
				missing: [...lineGaps(facts.publications), ...undatedGaps(facts.undated.publications)]
			}
		),
		dissemination(facts),
		indicators(facts),
		workPackages(facts)
	];
}

export function section(
	code: SectionCode,
	draft: string,
	rest: Pick<DraftedSection, 'tables' | 'missing'>
): DraftedSection {
	return { code, title: SECTION_TEXT[code], draft, ...rest };
}

const isDone = ({ doneOn }: ReportItem) => doneOn !== null;

export function sentence(text: string): string {
	return text.replace(/^./, (letter) => letter.toUpperCase());
}

function summary(facts: ReportFacts): DraftedSection {
	const { deliverables, milestones, checkIns, silent, packages } = facts;
	const said = packages.flatMap(({ number, texts }) =>
		texts.map(
			({ acronym, periodStartsOn, text }) =>
				`WP${number}, ${acronym} (${calendarMonthText(periodStartsOn)}): ${text.trim()}`
		)
	);
	const lines = [
		`${facts.project.acronym}, ${spanText(facts.from, facts.to)}: ${scopeText(facts.scope)}.`,
		`${sentence(count(deliverables.filter(isDone).length, 'deliverable was', 'deliverables were'))} submitted or accepted out of ${deliverables.length} that were due or owed; ${count(milestones.filter(isDone).length, 'milestone was', 'milestones were')} achieved out of ${milestones.length}.`,
		`${sentence(count(facts.outreach.length, 'event or appearance', 'events and appearances'))} reached ${headTotalText(facts.reach) ?? 'people (not counted yet)'}${facts.reach.sum === null ? '' : ' people'}; ${count(facts.publications.length, 'publication', 'publications')} came out; ${count(facts.activities.length, 'visit, exchange or training', 'visits, exchanges and trainings')} brought together ${headTotalText(facts.trained) ?? 'people (not counted yet)'}${facts.trained.sum === null ? '' : ' people'}.`,
		`Check-ins: ${coverageText(checkIns)}.`,
		...(said.length > 0 ? ['', ...said] : [])
	];
	return section('summary', lines.join('\n'), {
		tables: [],
		missing: [
			...silent.map(({ acronym, times }) => ({
				text: `${acronym} has not reported ${times === 1 ? 'once' : `${times} times`} in these months`,
				path: '/progress'
			})),
			...(said.length === 0
				? [{ text: 'No accepted check-in says anything of a work package yet', path: '/check-in' }]
				: [])
		]
	});
}

function itemsText(items: readonly ReportItem[], one: string, done: string): string {
	if (items.length === 0) return `No ${one} was due, done or owed in these months.`;
	const late = items.filter(({ lateDays }) => lateDays > 0);
	const past = items.filter(({ lateDays, contractLateDays }) => lateDays === 0 && contractLateDays > 0);
	const named = (some: readonly ReportItem[]) =>
		some.map(({ code, lead }) => `${code} (${lead ?? 'no lead'})`).join(', ');
	return [
		`${items.filter(isDone).length} of ${items.length} ${one}s are ${done}.`,
		...(late.length > 0 ? [`Late: ${named(late)}.`] : []),
		...(past.length > 0 ? [`Past the contract, within a later agreed date: ${named(past)}.`] : []),
		...(late.length + past.length > 0 ? [] : ['None is late.'])
	].join(' ');
}

function lateOnes(items: readonly ReportItem[]): Cell[] {
	return items.flatMap((item) => {
		const late = overdueText(item);
		const { code, path, lead } = item;
		return late === null ? [] : [{ text: `${code} is ${late}; ${lead ?? 'nobody'} leads it`, path }];
	});
}

function unproven(items: readonly ReportItem[]): Cell[] {
	return items
		.filter((item) => isDone(item) && item.provenMeans < item.means)
		.map(({ code, path, means, provenMeans }) => ({
			text: `${code} is without evidence for ${means - provenMeans} of ${means} means of verification`,
			path
		}));
}

function risks({ risks }: ReportFacts): DraftedSection {
	const materialised = risks.filter(({ state }) => state === 'materialised');
	const silent = risks.filter(({ statement }) => statement === null);
	return section(
		'risks',
		risks.length === 0
			? 'No risk stands in the register.'
			: `${sentence(count(risks.length, 'risk is', 'risks are'))} open; ${materialised.length === 0 ? 'none has materialised' : count(materialised.length, 'has materialised', 'have materialised')}.`,
		{
			tables: [riskTable(risks)],
			missing: silent.map(({ number, owner }) => ({
				text: `R${number} has no state of play for the reporting period${owner === null ? '' : `; ${owner} watches it`}`,
				path: `/risks/R${number}`
			}))
		}
	);
}

function dissemination(facts: ReportFacts): DraftedSection {
	const { outreach, activities, reach, trained, undated } = facts;
	const lines = [
		`${sentence(count(outreach.length, 'event or appearance', 'events and appearances'))}; people reached: ${headTotalText(reach) ?? 'not counted'} (${reachText(reach)}).`,
		`${sentence(count(activities.length, 'visit, exchange or training', 'visits, exchanges and trainings'))}; people who took part: ${headTotalText(trained) ?? 'not counted'} (${reachText(trained)}).`,
		'Heads of one attendance list are counted once.'
	];
	return section('dissemination', lines.join('\n'), {
		tables: [
			lineTable('Dissemination and communication', outreach, 'Nothing took place in these months.'),
			lineTable('Mobility and training', activities, 'No visit, exchange or training took place.')
		],
		missing: [...lineGaps(outreach), ...lineGaps(activities), ...undatedGaps(undated.outreach)]
	});
}

function indicators({ indicators }: ReportFacts): DraftedSection {
	const open = indicators.filter(({ value }) => !value.isWhole);
	return section(
		'indicators',
		indicators.length === 0
			? 'No indicator is defined.'
			: `${indicators.length - open.length} of ${indicators.length} indicators are reported by everybody who is asked.`,
		{
			tables: [
				{
					caption: 'Indicators',
					head: ['Indicator', 'Reached', 'Target', 'Of how many it speaks'],
					widths: [40, 16, 16, 28],
					none: '',
					rows: indicators.map(({ code, title, unit, target, value, waiting, path }) => [
						{ text: `${code} ${title}`, path },
						{ text: `${totalText(value)} ${value.sum === null ? '' : unit}`.trim() },
						{ text: target },
						{ text: acceptedText(value, waiting) }
					])
				}
			],
			missing: open.map(({ code, title, value, waiting, path }) => ({
				text: `${code} ${title}: ${acceptedText(value, waiting)}`,
				path
			}))
		}
	);
}

function workPackages({ packages }: ReportFacts): DraftedSection {
	return section(
		'work-packages',
		packages.map(({ number, readiness }) => `WP${number}: ${paymentText(readiness)}.`).join('\n'),
		{
			tables: [
				{
					caption: 'Work packages',
					head: ['Work package', 'Lead', 'Verdict', 'In the way'],
					widths: [32, 12, 20, 36],
					none: 'No work package belongs to this report.',
					rows: packages.map(({ number, title, lead, readiness }) => [
						{ text: `WP${number} ${title}`, path: `/work-packages/${number}` },
						{ text: lead ?? 'nobody' },
						{ text: paymentText(readiness) },
						{
							text:
								readiness.blocks
									.map(
										(block) =>
											`${'item' in block ? block.item : `R${block.number}`} ${periodBlockText(block)}`
									)
									.join('; ') || 'nothing'
						}
					])
				}
			],
			missing: packages
				.filter(({ texts }) => texts.length === 0)
				.map(({ number }) => ({
					text: `No accepted check-in speaks of WP${number}`,
					path: `/work-packages/${number}`
				}))
		}
	);
}
