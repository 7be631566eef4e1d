import { textsOf, type EntryContent, type EntryFacts, type StoredElement, type Texts } from './content.ts';
import { DERIVED_ELEMENTS, type Element } from './elements.ts';

export function isFilled(text: string | null | undefined): text is string {
	return text !== null && text !== undefined && text.trim() !== '';
}

export function isStored(element: Element): element is StoredElement {
	return !DERIVED_ELEMENTS.includes(element);
}

/** The parts of a composed element that a rule can ask for. */
export const ELEMENT_PARTS: Readonly<Partial<Record<Element, readonly string[]>>> = {
	workload: ['hours', 'ects'],
	level: ['eqf', 'cycle', 'eqf-or-cycle', 'national'],
	'quality-assurance': ['type', 'text'],
	prerequisites: ['texts', 'entry-codes'],
	stackability: ['texts', 'part-of'],
	homepage: ['url', 'checked-on'],
	skills: ['uri'],
	cohorts: ['starts-on', 'ends-on', 'enrolled', 'completed']
};

/** The parts of an element's value that are filled in; a part of a list counts once every line has it. */
export function filledParts(element: Element, content: EntryContent): readonly string[] {
	const parts = partsOf(element, content);
	return Object.keys(parts).filter((part) => parts[part] === true);
}

function partsOf(element: Element, content: EntryContent): Readonly<Record<string, boolean>> {
	switch (element) {
		case 'workload': {
			const held = valueOf(content.workload);
			return { hours: held?.hours != null, ects: held?.ects != null };
		}
		case 'level': {
			const held = valueOf(content.level);
			const eqf = held?.eqf != null;
			const cycle = held?.cycle != null;
			return { eqf, cycle, 'eqf-or-cycle': eqf || cycle, national: isFilled(held?.national) };
		}
		case 'quality-assurance': {
			const held = valueOf(content['quality-assurance']);
			return { type: isFilled(held?.type), text: isFilled(held?.text) };
		}
		case 'prerequisites': {
			const held = valueOf(content.prerequisites);
			return { texts: hasText(held?.texts), 'entry-codes': (held?.entryCodes ?? []).some(isFilled) };
		}
		case 'stackability': {
			const held = valueOf(content.stackability);
			return { texts: hasText(held?.texts), 'part-of': (held?.partOf ?? []).some(isFilled) };
		}
		case 'homepage': {
			const held = valueOf(content.homepage);
			return { url: isFilled(held?.url), 'checked-on': isFilled(held?.checkedOn) };
		}
		case 'skills':
			return { uri: (valueOf(content.skills) ?? []).every(({ uri }) => isFilled(uri)) };
		case 'cohorts': {
			const cohorts = valueOf(content.cohorts) ?? [];
			return {
				'starts-on': cohorts.every(({ startsOn }) => startsOn !== null),
				'ends-on': cohorts.every(({ endsOn }) => endsOn !== null),
				enrolled: cohorts.every(({ enrolled }) => enrolled !== null),
				completed: cohorts.every(({ completed }) => completed !== null)
			};
		}
		default:
			return {};
	}
}

/** What can be counted of an element; `undefined` where there is nothing to count. */
export function countOf(element: Element, facts: EntryFacts): number | undefined {
	const { content, bodies } = facts;
	switch (element) {
		case 'learning-outcomes':
			return (valueOf(content['learning-outcomes']) ?? []).filter(({ texts }) => hasText(texts)).length;
		case 'assessment':
		case 'participation':
		case 'languages':
		case 'programmes':
			return new Set((valueOf(content[element]) ?? []).filter(isFilled)).size;
		case 'skills':
			return (valueOf(content.skills) ?? []).filter(({ label }) => isFilled(label)).length;
		case 'sdgs':
			return new Set(valueOf(content.sdgs) ?? []).size;
		case 'cohorts':
			return (valueOf(content.cohorts) ?? []).length;
		case 'awarding-body':
			return bodies.filter(({ name, acronym }) => isFilled(name) || isFilled(acronym)).length;
		case 'country':
			return new Set(bodies.map(({ country }) => country).filter(isFilled)).size;
		default:
			return undefined;
	}
}

/** The single text of an element without languages; `undefined` for every other shape. */
export function plainTextOf(element: Element, content: EntryContent): string | undefined {
	switch (element) {
		case 'supervision':
		case 'grading':
		case 'isced-f':
		case 'licence':
		case 'contact':
		case 'theme':
			return valueOf(content[element]) ?? '';
		case 'quality-assurance':
			return valueOf(content['quality-assurance'])?.text ?? '';
		default:
			return undefined;
	}
}

/** The codes an element is made of; `undefined` where it has none. */
export function codesOf(element: Element, { content, bodies }: EntryFacts): readonly string[] | undefined {
	switch (element) {
		case 'learning-outcomes':
			return (valueOf(content['learning-outcomes']) ?? []).map((one) => one.assessment).filter(isFilled);
		case 'assessment':
		case 'participation':
		case 'languages':
			return (valueOf(content[element]) ?? []).filter(isFilled);
		case 'sdgs':
			return (valueOf(content.sdgs) ?? []).map(String);
		case 'level': {
			const eqf = valueOf(content.level)?.eqf;
			return eqf == null ? [] : [String(eqf)];
		}
		case 'quality-assurance':
			return [valueOf(content['quality-assurance'])?.type].filter(isFilled);
		case 'isced-f':
		case 'licence':
		case 'theme':
			return [valueOf(content[element])].filter(isFilled);
		case 'country':
			return [...new Set(bodies.map(({ country }) => country).filter(isFilled))];
		default:
			return undefined;
	}
}

/** Is there anything at all? Blank texts and empty lists are nothing. */
export function holdsSomething(element: Element, facts: EntryFacts): boolean {
	const { content } = facts;
	if (isStored(element) && textsOf(element, content).some(hasText)) return true;
	if (isFilled(plainTextOf(element, content))) return true;
	if (element !== 'learning-outcomes' && (codesOf(element, facts) ?? []).length > 0) return true;
	if ((countOf(element, facts) ?? 0) > 0) return true;
	return !isList(element) && filledParts(element, content).some((part) => part !== 'checked-on');
}

/** Holds a text of its own in some language. */
export function hasText(texts: Texts | undefined): boolean {
	return Object.values(texts ?? {}).some(isFilled);
}

/** The value of an element, unless it is left out on purpose. */
export function valueOf<Value>(
	held: { standing: 'value'; value: Value } | { standing: 'not-applicable' } | undefined
): Value | undefined {
	return held?.standing === 'value' ? held.value : undefined;
}

function isList(element: Element): boolean {
	return element === 'skills' || element === 'cohorts';
}
