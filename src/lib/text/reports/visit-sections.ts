import type { Cell, DraftedSection, ReportTable, VisitFacts } from '#lib/domain/reports/facts.ts';
import { dayText } from '#lib/text/dates.ts';
import { headTotalText, reachText } from '#lib/text/outreach/counts.ts';
import { coverageText } from '#lib/text/values.ts';
import { section, sentence } from './period-sections.ts';
import {
	itemTable,
	lineGaps,
	lineTable,
	overdueText,
	publicationTable,
	riskTable,
	undatedGaps
} from './tables.ts';
import { count, scopeText } from './words.ts';

/** The pack of a monitoring visit: the five criteria, each with what the records say and the questions they leave open. */
export function visitSections(facts: VisitFacts): DraftedSection[] {
	const criteria = [
		about(facts),
		relevance(facts),
		efficiency(facts),
		effectiveness(facts),
		impact(facts),
		sustainability(facts)
	];
	return [...criteria, questions(facts), evidence(facts)];
}

function about({ scope, people, roles }: VisitFacts): DraftedSection {
	const lines = [
		`${scopeText(scope)}.`,
		roles.length === 0
			? 'No part in a work package is recorded.'
			: `Part in the project: ${roles.join('; ')}.`,
		...(people.length === 0 ? [] : [`Team: ${people.join(', ')}.`])
	];
	return section('about', lines.join('\n'), { tables: [], missing: [] });
}

function relevance({ objectives, indicators, roles }: VisitFacts): DraftedSection {
	const lines = [
		objectives.length === 0
			? 'The objectives of the project are not recorded.'
			: `Objectives of the project:\n${objectives.map((one) => `– ${one}`).join('\n')}`,
		roles.length === 0 ? '' : `Here they are served by: ${roles.join('; ')}.`
	].filter((line) => line !== '');
	return section('relevance', lines.join('\n'), {
		tables: [],
		missing:
			indicators.length === 0
				? [{ text: 'No indicator shows yet how the objectives are met here', path: '/indicators' }]
				: []
	});
}

function efficiency(facts: VisitFacts): DraftedSection {
	const { deliverables, milestones, meetings, actions, checkIns, silent } = facts;
	const open = actions.filter(({ isLate }) => isLate);
	const lines = [
		`Deliverables and milestones: ${[...deliverables, ...milestones].filter(({ doneOn }) => doneOn !== null).length} of ${deliverables.length + milestones.length} done; ${[...deliverables, ...milestones].filter((item) => overdueText(item) !== null).length} late or past the contract.`,
		`Meetings: at ${meetings.filter(({ came }) => came).length} of ${meetings.length}.`,
		`Actions: ${actions.length} open, ${open.length} overdue.`,
		`Check-ins: ${coverageText(checkIns)}.`
	];
	return section('efficiency', lines.join('\n'), {
		tables: [
			itemTable('Deliverables', deliverables, 'Submitted'),
			itemTable('Milestones', milestones, 'Achieved'),
			meetingTable(facts),
			actionTable(facts)
		],
		missing: [
			...silent.map(({ acronym, times }) => ({
				text: `${acronym} did not report ${times === 1 ? 'once' : `${times} times`}`,
				path: '/progress'
			})),
			...open.map(({ code, path, due }) => ({ text: `${code} was due on ${dayText(due)}`, path }))
		]
	});
}

function effectiveness(facts: VisitFacts): DraftedSection {
	const { entries, activities, trained, deliverables } = facts;
	const accepted = deliverables.filter(({ state }) => state === 'accepted');
	const lines = [
		`Deliverables accepted by the funder: ${accepted.length === 0 ? 'none' : accepted.map(({ code }) => code).join(', ')}.`,
		`Micro-credentials in the catalogue: ${entries.length}, of which ${entries.filter(({ isPublished }) => isPublished).length} are published.`,
		`Trainings and exchanges: ${activities.length}; people who took part: ${headTotalText(trained) ?? 'not counted'} (${reachText(trained)}).`
	];
	return section('effectiveness', lines.join('\n'), {
		tables: [
			{
				caption: 'Micro-credentials',
				head: ['Number', 'Title', 'Standing', 'Missing elements'],
				widths: [16, 48, 20, 16],
				none: 'No entry of the catalogue belongs here.',
				rows: entries.map(({ code, title, path, state, gaps, isSample }) => [
					{ text: code, path, isSample },
					{ text: title },
					{ text: state },
					{ text: gaps === 0 ? 'none' : String(gaps) }
				])
			},
			lineTable('Mobility and training', activities, 'No visit, exchange or training is recorded.')
		],
		missing: [
			...entries
				.filter(({ gaps }) => gaps > 0)
				.map(({ code, gaps, path }) => ({
					text: `${code} misses ${count(gaps, 'element', 'elements')}`,
					path
				})),
			...lineGaps(activities)
		]
	});
}

function impact({ outreach, publications, reach, activities, undated }: VisitFacts): DraftedSection {
	const results = activities.filter(({ about }) => about !== '');
	const lines = [
		`People reached: ${headTotalText(reach) ?? 'not counted'} (${reachText(reach)}).`,
		`${sentence(count(publications.length, 'publication', 'publications'))}.`,
		...(results.length === 0
			? ['No activity tells yet what came of it.']
			: ['What came of visits and trainings:', ...results.map(({ code, about }) => `– ${code}: ${about}`)])
	];
	return section('impact', lines.join('\n'), {
		tables: [
			lineTable('Dissemination', outreach, 'Nothing is in the dissemination log.'),
			publicationTable(publications)
		],
		missing: [
			...lineGaps(outreach),
			...lineGaps(publications),
			...undatedGaps([...undated.outreach, ...undated.publications])
		]
	});
}

function sustainability({ entries, risks }: VisitFacts): DraftedSection {
	const published = entries.filter(({ isPublished }) => isPublished);
	const lines = [
		published.length === 0
			? 'No micro-credential has been approved and published here yet.'
			: `Approved and published, so that they outlive the project: ${published.map(({ code }) => code).join(', ')}.`,
		`${sentence(count(risks.length, 'open risk stands', 'open risks stand'))} in the register.`
	];
	return section('sustainability', lines.join('\n'), {
		tables: [riskTable(risks)],
		missing: risks
			.filter(({ mitigation }) => mitigation === '')
			.map(({ number }) => ({ text: `R${number} has no measure against it`, path: `/risks/R${number}` }))
	});
}

/** Questions that the records raise, filled in before the visitors ask them. */
function questions(facts: VisitFacts): DraftedSection {
	const asked = [
		...[...facts.deliverables, ...facts.milestones].flatMap((item) => {
			const late = overdueText(item);
			const { code, forecastOn } = item;
			const comes = forecastOn === null ? 'No forecast is given.' : `Forecast: ${dayText(forecastOn)}.`;
			return late === null ? [] : [`Why is ${code} ${late}, and when does it come? ${comes}`];
		}),
		...facts.silent.map(({ acronym }) => `Why did ${acronym} not report in every period?`),
		...facts.activities
			.filter(({ about }) => about === '')
			.map(({ code, title }) => `What came of ${code}, ${title}?`),
		...facts.outreach
			.filter(({ missing }) => missing.length > 0)
			.map(({ code, missing }) => `Where is, of ${code}, ${missing.join(', ')}?`),
		...facts.entries
			.filter(({ isPublished }) => !isPublished)
			.map(({ code, state }) => `What keeps ${code} (${state}) from being offered?`),
		'Who keeps the results running after the end of the project, and with what means?'
	];
	return section('questions', asked.map((one, index) => `${index + 1}. ${one}`).join('\n'), {
		tables: [],
		missing: []
	});
}

function evidence({ evidence }: VisitFacts): DraftedSection {
	return section(
		'evidence',
		`${sentence(count(evidence.length, 'file or link', 'files and links'))}, as far as the reader of this pack may see them.`,
		{
			tables: [
				{
					caption: 'Evidence',
					head: ['Name', 'Proves', 'Added', 'Level'],
					widths: [42, 28, 16, 14],
					none: 'No evidence is held here.',
					rows: evidence.map(({ name, path, proves, addedOn, isSensitive }) => [
						{ text: name, path },
						{ text: proves },
						{ text: dayText(addedOn) },
						{ text: isSensitive ? 'sensitive' : 'public' }
					])
				}
			],
			missing: evidence
				.filter(({ proves }) => proves === '')
				.map(({ name, path }): Cell => ({ text: `${name} proves nothing yet`, path }))
		}
	);
}

function meetingTable({ meetings }: VisitFacts): ReportTable {
	return {
		caption: 'Meetings',
		head: ['Meeting', 'When', 'There', 'Minutes'],
		widths: [46, 20, 12, 22],
		none: 'No meeting is recorded.',
		rows: meetings.map(({ title, path, when, came, minutes, isSample }) => [
			{ text: title, path, isSample },
			{ text: when },
			{ text: came ? 'yes' : 'no' },
			{ text: minutes, path: `${path}/minutes` }
		])
	};
}

function actionTable({ actions }: VisitFacts): ReportTable {
	return {
		caption: 'Open actions',
		head: ['Number', 'What', 'Due', 'Standing'],
		widths: [12, 50, 18, 20],
		none: 'No action is open.',
		rows: actions.map(({ code, title, path, state, due, isLate, isSample }) => [
			{ text: code, path, isSample },
			{ text: title },
			{ text: dayText(due) },
			{ text: isLate ? `${state}, overdue` : state }
		])
	};
}
