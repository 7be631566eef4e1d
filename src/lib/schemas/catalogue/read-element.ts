import type { StoredElement } from '#lib/domain/catalogue/content.ts';

/** The fields of a form as they arrive; lists have lost their brackets. */
type Typed = Readonly<Record<string, unknown>>;

/** The value that the fields of an element's form make, still to be checked by its schema. */
export function readElement(element: StoredElement, typed: Typed): unknown {
	switch (element) {
		case 'title':
		case 'description':
		case 'target-group':
		case 'need':
		case 'further-information':
			return textsOf(typed);
		case 'learning-outcomes':
			return arranged(outcomesOf(typed), textOf(typed, 'do'));
		case 'workload':
			return { hours: numberOf(textOf(typed, 'hours')), ects: numberOf(textOf(typed, 'ects')) };
		case 'level':
			return {
				eqf: numberOf(textOf(typed, 'eqf')),
				cycle: textOf(typed, 'cycle') || null,
				national: textOf(typed, 'national')
			};
		case 'assessment':
		case 'participation':
		case 'languages':
			return listOf(typed, 'codes');
		case 'sdgs':
			return listOf(typed, 'codes').map(numberOf);
		case 'quality-assurance':
			return { type: textOf(typed, 'type'), text: textOf(typed, 'text') };
		case 'prerequisites':
			return {
				texts: textsOf(typed),
				entryCodes: textOf(typed, 'lines')
					.toUpperCase()
					.split(/[\s,;]+/)
					.filter(Boolean)
			};
		case 'stackability':
			return { texts: textsOf(typed), partOf: linesOf(typed) };
		case 'supervision':
		case 'grading':
		case 'contact':
		case 'isced-f':
		case 'licence':
		case 'theme':
			return textOf(typed, 'value');
		case 'homepage':
			return { url: textOf(typed, 'url'), checkedOn: textOf(typed, 'checkedOn') || null };
		case 'skills':
			return linesOf(typed).map((line) => {
				const [label = '', uri = ''] = line.split('|').map((part) => part.trim());
				return { label, uri: uri || null };
			});
		case 'programmes':
			return linesOf(typed);
		case 'cohorts':
			return arranged(cohortsOf(typed), textOf(typed, 'do'));
	}
}

function textOf(typed: Typed, name: string): string {
	const text = typed[name];
	return typeof text === 'string' ? text.trim() : '';
}

function listOf(typed: Typed, name: string): string[] {
	const list = typed[name];
	return Array.isArray(list) ? list.filter((one) => typeof one === 'string').map((one) => one.trim()) : [];
}

function linesOf(typed: Typed): string[] {
	return textOf(typed, 'lines')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

/** A comma is a decimal point to half of Europe; what is no number stays NaN, which the schema refuses. */
function numberOf(text: string): number | null {
	return text === '' ? null : Number(text.replace(',', '.'));
}

function textsOf(typed: Typed): Record<string, string> {
	return Object.fromEntries(
		Object.keys(typed)
			.filter((name) => name.startsWith('text.'))
			.map((name) => [name.slice('text.'.length), textOf(typed, name)])
	);
}

function outcomesOf(typed: Typed) {
	const ids = listOf(typed, 'outcomeId');
	const assessments = listOf(typed, 'outcomeAssessment');
	const languages = Object.keys(typed).filter((name) => name.startsWith('outcome.'));
	return ids.map((id, row) => ({
		id: id === '' ? freeId(ids) : id,
		texts: Object.fromEntries(
			languages.map((name) => [name.slice('outcome.'.length), listOf(typed, name)[row] ?? ''])
		),
		assessment: assessments[row] || null
	}));
}

/** One row at a time is new, and keeps the id it is given until the page is loaded again. */
function freeId(taken: readonly string[]): string {
	const numbers = taken.map((id) => Number(/^lo-(\d{1,6})$/.exec(id)?.[1] ?? 0));
	return `lo-${Math.max(0, ...numbers) + 1}`;
}

function cohortsOf(typed: Typed) {
	const column = (name: string) => listOf(typed, name);
	const [starts, ends] = [column('cohortStarts'), column('cohortEnds')];
	const [enrolled, completed] = [column('cohortEnrolled'), column('cohortCompleted')];
	return column('cohortName')
		.map((name, row) => ({
			name,
			startsOn: starts[row] || null,
			endsOn: ends[row] || null,
			enrolled: numberOf(enrolled[row] ?? ''),
			completed: numberOf(completed[row] ?? '')
		}))
		.filter((one) => Object.values(one).some((value) => value !== null && value !== ''));
}

/** What a button of a row asks: `up:2`, `down:2`, `remove:2`; rows count from 0. */
function arranged<Row>(rows: readonly Row[], order: string): Row[] {
	const [what, place] = order.split(':');
	const at = Number(place);
	const row = rows[at];
	if (row === undefined || place === undefined) return [...rows];
	const others = rows.filter((_, index) => index !== at);
	if (what === 'remove') return others;
	if (what === 'up') return others.toSpliced(Math.max(0, at - 1), 0, row);
	if (what === 'down') return others.toSpliced(at + 1, 0, row);
	return [...rows];
}
