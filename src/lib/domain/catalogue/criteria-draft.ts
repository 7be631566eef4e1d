import type { CheckKind } from './check-kinds.ts';
import type { Check, CriteriaRule } from './criteria.ts';
import type { Element } from './elements.ts';

/** A check as it stands in a form: words separated by commas, numbers as typed. */
export interface CheckDraft {
	kind: CheckKind;
	words: string;
	min: string;
	max: string;
}

/** A rule as it stands in a form. */
export interface RuleDraft {
	element: Element;
	weight: string;
	mayBeNotApplicable: boolean;
	why: string;
	checks: readonly CheckDraft[];
}

export type CriteriaStep =
	| { do: 'add'; element: Element }
	| { do: 'remove' | 'up' | 'down'; at: number }
	| { do: 'check'; at: number; kind: CheckKind }
	| { do: 'uncheck'; at: number; check: number };

export function draftOf({ element, weight, mayBeNotApplicable, why, checks }: CriteriaRule): RuleDraft {
	return { element, weight: String(weight), mayBeNotApplicable, why, checks: checks.map(checkDraftOf) };
}

function checkDraftOf(check: Check): CheckDraft {
	const { kind } = check;
	const nothing = { kind, words: '', min: '', max: '' };
	switch (kind) {
		case 'languages':
			return { ...nothing, words: check.languages.join(', ') };
		case 'parts':
			return { ...nothing, words: check.parts.join(', ') };
		case 'one-of':
			return { ...nothing, words: check.codes.join(', ') };
		case 'assessable':
			return {
				...nothing,
				words: Object.entries(check.avoid)
					.map(([language, verbs]) => `${language}: ${verbs.join(', ')}`)
					.join('\n')
			};
		case 'count':
		case 'length':
			return { ...nothing, min: String(check.min), max: check.max === null ? '' : String(check.max) };
		case 'evidence':
			return { ...nothing, min: String(check.min) };
		default:
			return nothing;
	}
}

/** The form after a button that only rearranges it; a step outside the list changes nothing. */
export function arrangeCriteria(rules: readonly RuleDraft[], step: CriteriaStep): readonly RuleDraft[] {
	switch (step.do) {
		case 'add':
			return [
				...rules,
				{ element: step.element, weight: '1', mayBeNotApplicable: false, why: '', checks: [] }
			];
		case 'remove':
			return rules.filter((_, index) => index !== step.at);
		case 'up':
			return swapped(rules, step.at, step.at - 1);
		case 'down':
			return swapped(rules, step.at, step.at + 1);
		case 'check': {
			const added = { kind: step.kind, words: '', min: step.kind === 'evidence' ? '1' : '', max: '' };
			return changed(rules, step.at, (checks) => [...checks, added]);
		}
		case 'uncheck':
			return changed(rules, step.at, (checks) => checks.filter((_, index) => index !== step.check));
	}
}

function changed(
	rules: readonly RuleDraft[],
	at: number,
	change: (checks: readonly CheckDraft[]) => readonly CheckDraft[]
): RuleDraft[] {
	return rules.map((rule, index) => (index === at ? { ...rule, checks: change(rule.checks) } : rule));
}

function swapped(rules: readonly RuleDraft[], at: number, other: number): readonly RuleDraft[] {
	const [moved, neighbour] = [rules[at], rules[other]];
	if (!moved || !neighbour) return rules;
	return rules.map((rule, index) => (index === at ? neighbour : index === other ? moved : rule));
}
