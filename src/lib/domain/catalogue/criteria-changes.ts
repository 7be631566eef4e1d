import { canonicalJson } from './canonical.ts';
import type { Check, CriteriaRule } from './criteria.ts';
import type { Element } from './elements.ts';

/** What one version of a profile changed in another, element by element. */
export type CriteriaChange =
	| { kind: 'added' | 'removed'; rule: CriteriaRule }
	| {
			kind: 'changed';
			element: Element;
			weight: { from: number; to: number } | null;
			/** Null: as before. */
			mayBeNotApplicable: boolean | null;
			checksAdded: readonly Check[];
			checksRemoved: readonly Check[];
			why: { from: string; to: string } | null;
	  }
	| { kind: 'reordered' };

export function criteriaChanges(
	before: readonly CriteriaRule[],
	after: readonly CriteriaRule[]
): CriteriaChange[] {
	const old = new Map(before.map((rule) => [rule.element, rule]));
	const kept = new Set(after.map(({ element }) => element));
	const changes = after.flatMap((rule): CriteriaChange[] => {
		const known = old.get(rule.element);
		return known ? changed(known, rule) : [{ kind: 'added', rule }];
	});
	const removed = before
		.filter(({ element }) => !kept.has(element))
		.map((rule) => ({ kind: 'removed', rule }) as const);
	const orderOf = (rules: readonly CriteriaRule[]) =>
		rules
			.map(({ element }) => element)
			.filter((element) => old.has(element) && kept.has(element))
			.join(' ');
	const isReordered = orderOf(before) !== orderOf(after);
	return [...changes, ...removed, ...(isReordered ? [{ kind: 'reordered' } as const] : [])];
}

function changed(from: CriteriaRule, to: CriteriaRule): CriteriaChange[] {
	if (canonicalJson(from) === canonicalJson(to)) return [];
	const { element } = to;
	const weight = from.weight === to.weight ? null : { from: from.weight, to: to.weight };
	const mayBeNotApplicable = from.mayBeNotApplicable === to.mayBeNotApplicable ? null : to.mayBeNotApplicable;
	const why = from.why === to.why ? null : { from: from.why, to: to.why };
	const checksAdded = without(to.checks, from.checks);
	const checksRemoved = without(from.checks, to.checks);
	return [{ kind: 'changed', element, weight, mayBeNotApplicable, checksAdded, checksRemoved, why }];
}

function without(checks: readonly Check[], others: readonly Check[]): Check[] {
	const texts = new Set(others.map((check) => canonicalJson(check)));
	return checks.filter((check) => !texts.has(canonicalJson(check)));
}
