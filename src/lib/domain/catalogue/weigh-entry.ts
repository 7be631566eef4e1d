import { failing } from './checks.ts';
import type { EntryFacts } from './content.ts';
import type { CriteriaReason, CriteriaRule, CriteriaSettings, ElementResult } from './criteria.ts';
import { holdsSomething, isFilled, isStored } from './element-values.ts';

/** How an entry stands against the rules of one version of a profile, rule by rule. */
export function weighEntry(
	rules: readonly CriteriaRule[],
	facts: EntryFacts,
	settings: CriteriaSettings
): ElementResult[] {
	return rules.map((rule) => weighElement(rule, facts, settings));
}

function weighElement(rule: CriteriaRule, facts: EntryFacts, settings: CriteriaSettings): ElementResult {
	const { element, weight } = rule;
	const result = { element, weight, reasons: [] as const, notApplicableReason: '' };
	const held = isStored(element) ? facts.content[element] : undefined;
	if (held?.standing === 'not-applicable' && isFilled(held.reason)) {
		return rule.mayBeNotApplicable
			? { ...result, standing: 'not-applicable', notApplicableReason: held.reason }
			: { ...result, standing: 'missing', reasons: [{ code: 'may-not-be-left-out' }] };
	}
	if (!holdsSomething(element, facts)) return { ...result, standing: 'missing' };

	const reasons = rule.checks
		.map((check) => failing(check, element, facts, settings))
		.filter((reason): reason is CriteriaReason => reason !== undefined);
	return { ...result, standing: reasons.length > 0 ? 'weak' : 'complete', reasons };
}

export interface Completeness {
	/** Elements that are complete, of those that apply. */
	complete: number;
	applicable: number;
	/** Share of the weight that is complete, 0 to 100, rounded down: 100 only when nothing is left to do. */
	percent: number;
}

/** What does not apply counts neither way; where nothing applies, nothing is shown yet, so that it is 0 per cent. */
export function completeness(results: readonly ElementResult[]): Completeness {
	const applicable = results.filter(({ standing }) => standing !== 'not-applicable');
	const complete = applicable.filter(({ standing }) => standing === 'complete');
	return {
		complete: complete.length,
		applicable: applicable.length,
		percent: percentOf(complete, applicable)
	};
}

function percentOf(complete: readonly ElementResult[], applicable: readonly ElementResult[]): number {
	if (applicable.length === 0) return 0;
	if (complete.length === applicable.length) return 100;
	return Math.min(99, Math.floor((100 * weightOf(complete)) / weightOf(applicable)));
}

function weightOf(results: readonly ElementResult[]): number {
	return results.reduce((sum, { weight }) => sum + weight, 0);
}
