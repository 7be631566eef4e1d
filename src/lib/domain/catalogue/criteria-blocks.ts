import type { Day } from '#lib/domain/days.ts';
import { canonicalJson } from './canonical.ts';
import { checkKindsFor, type CheckKind } from './check-kinds.ts';
import type { CriteriaRule } from './criteria.ts';
import { ELEMENT_PARTS } from './element-values.ts';
import type { Element } from './elements.ts';

/** Why criteria cannot be published. */
export type CriteriaBlock =
	| { code: 'criteria-empty' }
	| { code: 'criteria-unchanged' }
	| { code: 'element-twice'; element: Element }
	| { code: 'check-twice'; element: Element; check: CheckKind }
	| { code: 'check-does-not-fit'; element: Element; check: CheckKind }
	| { code: 'criteria-range-reversed'; element: Element; min: number; max: number }
	| { code: 'criteria-range-empty'; element: Element }
	| { code: 'criteria-part-unknown'; element: Element; part: string }
	| { code: 'grace-not-in-future'; day: Day }
	| { code: 'national-profile-exists'; country: string }
	| { code: 'national-profile-nobody'; country: string };

/** Every reason why these rules cannot follow the latest ones. */
export function criteriaBlocks(
	rules: readonly CriteriaRule[],
	latest: readonly CriteriaRule[] | null,
	dates: { graceUntilOn: Day; today: Day }
): CriteriaBlock[] {
	const blocks: CriteriaBlock[] = rules.flatMap(ruleBlocks);
	if (rules.length === 0) blocks.push({ code: 'criteria-empty' });
	if (latest && isSameCriteria(rules, latest)) blocks.push({ code: 'criteria-unchanged' });
	for (const element of repeated(rules.map((rule) => rule.element)))
		blocks.push({ code: 'element-twice', element });
	if (latest && dates.graceUntilOn <= dates.today)
		blocks.push({ code: 'grace-not-in-future', day: dates.graceUntilOn });
	return blocks;
}

function isSameCriteria(one: readonly CriteriaRule[], other: readonly CriteriaRule[]): boolean {
	return canonicalJson(one) === canonicalJson(other);
}

function ruleBlocks({ element, checks }: CriteriaRule): CriteriaBlock[] {
	const fitting = checkKindsFor(element);
	const kinds = checks.map(({ kind }) => kind);
	return [
		...repeated(kinds).map((check) => ({ code: 'check-twice', element, check }) as const),
		...kinds
			.filter((check) => !fitting.includes(check))
			.map((check) => ({ code: 'check-does-not-fit', element, check }) as const),
		...checks.flatMap((check): CriteriaBlock[] => {
			switch (check.kind) {
				case 'count':
				case 'length': {
					const { min, max } = check;
					if (max !== null && max < min) return [{ code: 'criteria-range-reversed', element, min, max }];
					return min === 0 && max === null ? [{ code: 'criteria-range-empty', element }] : [];
				}
				case 'parts':
					return check.parts
						.filter((part) => !(ELEMENT_PARTS[element] ?? []).includes(part))
						.map((part) => ({ code: 'criteria-part-unknown', element, part }));
				default:
					return [];
			}
		})
	];
}

function repeated<Value>(values: readonly Value[]): Value[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
