/** Rules that reviews go by, each with its versions. */
export type RuleKind = 'checklist' | 'criteria' | 'quality-plan';

interface RuleVersion {
	kind: RuleKind;
	code: string;
	number: number;
}

/** Which versions a review that runs was begun with. */
interface Pinned {
	checklist: string | null;
	checklistNumber: number | null;
	criteria: readonly { code: string; version: number }[];
}

/** Of these reviews, how many go by an earlier version. */
export function begunBefore({ kind, code, number }: RuleVersion, reviews: readonly Pinned[]): number {
	return reviews.filter(
		(one) =>
			(kind === 'checklist' && one.checklist === code && (one.checklistNumber ?? number) < number) ||
			(kind === 'criteria' && one.criteria.some((pin) => pin.code === code && pin.version < number))
	).length;
}
