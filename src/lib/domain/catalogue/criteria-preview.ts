import type { EntryFacts } from './content.ts';
import type { CriteriaRule, CriteriaSettings } from './criteria.ts';
import { profileApplies } from './criteria-versions.ts';
import type { Element } from './elements.ts';
import { gapsOf, owesNothing } from './gaps.ts';

export interface CriteriaPreview {
	/** Entries the profile is asked of. */
	entries: number;
	meetBefore: number;
	meetAfter: number;
	/** Entries that meet the rules in force and would not meet the new ones. */
	newlyFailing: number;
	/** By element, most entries first: who would newly owe it. */
	elements: readonly { element: Element; codes: readonly string[] }[];
}

type PreviewedEntry = EntryFacts & { itemId: string; code: string; state: string };

/** What new rules would change for the entries as they stand, before anything is published. */
export function previewCriteria(
	entries: readonly PreviewedEntry[],
	{
		country,
		before,
		after
	}: Record<'before' | 'after', readonly CriteriaRule[]> & { country: string | null },
	settings: CriteriaSettings
): CriteriaPreview {
	const asked = entries.filter(
		({ state, bodies }) => !owesNothing(state) && profileApplies({ country }, bodies[0]?.country)
	);
	const owing = (entry: PreviewedEntry, rules: readonly CriteriaRule[]) =>
		gapsOf(entry, [{ id: '', country, rules }], settings).map(({ element }) => element);
	const weighed = asked.map((entry) => {
		const had = owing(entry, before);
		const has = owing(entry, after);
		return { code: entry.code, had, has, added: has.filter((element) => !had.includes(element)) };
	});
	const codes = new Map<Element, string[]>();
	for (const { code, added } of weighed)
		for (const element of added) codes.set(element, [...(codes.get(element) ?? []), code]);
	return {
		entries: asked.length,
		meetBefore: weighed.filter(({ had }) => had.length === 0).length,
		meetAfter: weighed.filter(({ has }) => has.length === 0).length,
		newlyFailing: weighed.filter(({ had, has }) => had.length === 0 && has.length > 0).length,
		elements: [...codes]
			.map(([element, owed]) => ({ element, codes: owed }))
			.sort((a, b) => b.codes.length - a.codes.length)
	};
}
