import type { CheckDraft } from '#lib/domain/catalogue/criteria-draft.ts';
import { isStored, ELEMENT_PARTS } from '#lib/domain/catalogue/element-values.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { fieldOptions } from './choices.ts';
import { partName } from './criteria.ts';
import { languageName } from './vocabularies.ts';

interface Option {
	value: string;
	label: string;
}

/** More than these are typed as codes. */
const MOST_TICKED = 20;

/** What the words of a check are ticked from, with what is named already; none where they are typed. */
export function checkOptions(
	{ kind, words }: CheckDraft,
	element: Element,
	languages: readonly string[]
): (Option & { checked: boolean })[] {
	const known = optionsOf(kind, element, languages);
	if (known.length === 0 || known.length > MOST_TICKED) return [];
	const named = words
		.split(/[,\n]/)
		.map((word) => word.trim())
		.filter((word) => word !== '');
	const others = named.filter((word) => known.every(({ value }) => value !== word));
	return [...known, ...others.map((value) => ({ value, label: value }))].map((option) => ({
		...option,
		checked: named.includes(option.value)
	}));
}

function optionsOf(kind: CheckDraft['kind'], element: Element, languages: readonly string[]): Option[] {
	switch (kind) {
		case 'languages':
			return languages.map((value) => ({ value, label: languageName(value) }));
		case 'parts':
			return (ELEMENT_PARTS[element] ?? []).map((value) => ({ value, label: partName(value) }));
		case 'one-of': {
			if (!isStored(element)) return [];
			const { codes, value, type, eqf, outcomeAssessment } = fieldOptions(element, {});
			return codes ?? value ?? type ?? eqf ?? outcomeAssessment ?? [];
		}
		default:
			return [];
	}
}
