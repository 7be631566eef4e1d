import type { CriteriaRule, CriteriaSettings, ElementResult } from './criteria.ts';
import type { Element } from './elements.ts';
import type { PublicEntry } from './public-entry.ts';
import { weighEntry } from './weigh-entry.ts';

export const EXPORT_FORMATS = ['elm', 'moochub', 'open-badges', 'table'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** An entry that a file does without, and everything it would need. */
export interface LeftOut {
	code: string;
	title: string;
	/** The format is of what is offered, and this no longer is. */
	ended: boolean;
	lacks: readonly ElementResult[];
}

export interface Exported {
	entries: readonly PublicEntry[];
	leftOut: readonly LeftOut[];
}

function rule(element: Element, ...checks: CriteriaRule['checks']): CriteriaRule {
	return { element, weight: 1, mayBeNotApplicable: false, checks, why: '' };
}

const HTTPS = { kind: 'https' } as const;
const KNOWN = { kind: 'in-vocabulary' } as const;

/**
 * What a format cannot be written without. The profiles of the project may ask for more or less; a file is in order
 * whatever they ask.
 */
const RULES: Readonly<Record<ExportFormat, readonly CriteriaRule[]>> = {
	elm: [
		rule('title'),
		rule('awarding-body'),
		rule('learning-outcomes'),
		rule('isced-f', KNOWN),
		rule('languages', KNOWN),
		rule('homepage', HTTPS)
	],
	moochub: [rule('title'), rule('awarding-body'), rule('licence', KNOWN), rule('homepage', HTTPS)],
	'open-badges': [rule('title'), rule('awarding-body'), rule('description'), rule('learning-outcomes')],
	table: []
};

/** Hubs list what a learner can take; a badge once given, and a table, speak of the past as well. */
const OFFERS_ONLY: readonly ExportFormat[] = ['elm', 'moochub'];

/** No rule here asks for hours, evidence or the language of a country. */
const SETTINGS: CriteriaSettings = { hoursPerCredit: { min: 0, max: Infinity }, localLanguages: {} };

/** Who is in a file of this format, and who is not and why. */
export function sortOut(format: ExportFormat, all: readonly PublicEntry[]): Exported {
	const judged = all.map((entry) => {
		const { content, bodies } = entry;
		const results = weighEntry(RULES[format], { content, bodies, evidence: {} }, SETTINGS);
		const lacks = results.filter(({ standing }) => standing !== 'complete');
		const ended = entry.ended !== null && OFFERS_ONLY.includes(format);
		return { entry, lacks, ended };
	});
	return {
		entries: judged.filter(({ lacks, ended }) => lacks.length === 0 && !ended).map(({ entry }) => entry),
		leftOut: judged
			.filter(({ lacks, ended }) => lacks.length > 0 || ended)
			.map(({ entry: { code, title }, lacks, ended }) => ({ code, title, ended, lacks }))
	};
}
